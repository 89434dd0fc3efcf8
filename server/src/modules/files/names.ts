// Names of files: as they are kept, and as they are told to a browser that saves one.

// Control, direction and zero-width characters, and what leads into other folders.
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
const MOST = 255;

/** The last part of the name, without what cannot be seen, at most 255 characters; "file" when nothing is left. */
export function fileName(text: string): string {
  const last = text.replace(UNSAFE, "").split(/[\\/]/).at(-1)?.trim() ?? "";
  const short = [...last].slice(0, MOST).join("");
  return short === "" || /^\.+$/.test(short) ? "file" : short;
}

/** Headers under which a browser saves a file and neither shows nor runs it, whatever it is. */
export function downloadHeaders(name: string, mediaType: string, size: number): Record<string, string> {
  const plain = name.replace(/[^\w. -]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    "content-type": mediaType,
    "content-length": String(size),
    "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
  };
}
