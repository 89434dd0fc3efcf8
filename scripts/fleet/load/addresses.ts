/** The loopback address of an agent's site, e.g. "127.1.0.7"; undefined when all share the system's choice. */
export function addressOf(a: number, perAddress: number): string | undefined {
  if (perAddress === 0) return undefined;
  const site = Math.floor(a / perAddress) + 2;
  return `127.1.${Math.floor(site / 250) % 250}.${(site % 250) + 1}`;
}
