// Must be the first import of main.tsx: the page's one Trusted Types policy, and the nonce for style elements made by libraries.

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
}

/** Style sheets pass (they hold no markup); any text that could become an element throws. */
function onlyPlainText(text: string): string {
  if (/[<&]/.test(text)) throw new TypeError("markup from a string is not allowed");
  return text;
}

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
factory?.createPolicy("default", { createHTML: onlyPlainText });

// Mantine and the dialogs' scroll lock create <style> elements: without the page's nonce the policy refuses them.
const nonce = document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
const create = document.createElement.bind(document);
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = create(name, options);
  if (name === "style") element.nonce = nonce;
  return element;
}) as typeof document.createElement;

export const styleNonce = nonce;
