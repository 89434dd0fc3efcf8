// Mail addresses, checked where they come in: nothing that could end a header line or name a second recipient gets further.
const ADDRESS = /^[^\s\p{Cc}<>()[\]\\,;:"@]{1,64}@[^\s\p{Cc}<>()[\]\\,;:"@]{1,255}$/u;
const SENDER = /^(?:([^\p{Cc}<>",;\\]{1,100})<([^<>]+)>|([^<>]+))$/u;

export interface Sender {
  /** Empty for none. */
  readonly name: string;
  readonly address: string;
}

export const isAddress = (text: string): boolean => ADDRESS.test(text);

/** Reads `a@b.example` or `Name <a@b.example>`; undefined when it is neither. */
export function readSender(text: string): Sender | undefined {
  const [, name = "", named, plain] = SENDER.exec(text.trim()) ?? [];
  const address = (named ?? plain ?? "").trim();
  return isAddress(address) ? { name: name.trim(), address } : undefined;
}
