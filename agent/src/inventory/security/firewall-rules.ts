// Whether the kernel's packet filter turns anything away that comes in: by nftables' and iptables' own listings.
// A chain of fail2ban's counts for nothing: it comes and goes with attackers.

const TURNS_AWAY = /(?:^|\s)(?:drop|reject)\b/;
const JUMPS = /(?:^|\s)(?:jump|goto)\s+(\S+)/;
const PASSING = /^f2b-/;

interface Chain {
  /** Hooks in where packets come in, as a filter. */
  base: boolean;
  /** Its policy is to drop. */
  drops: boolean;
  readonly rules: string[];
}

/** `nft list ruleset`. */
export function nftablesFilters(text: string): boolean {
  const chains = new Map<string, Chain>();
  let table = "";
  let chain: Chain | undefined;
  for (const line of text.split("\n").map((each) => each.trim())) {
    const opens = /^(table|chain)\s+(.+?)\s*\{$/.exec(line);
    if (opens?.[1] === "table") table = opens[2] ?? "";
    else if (opens?.[2] !== undefined) {
      chain = { base: false, drops: false, rules: [] };
      chains.set(`${table} ${opens[2]}`, chain);
    } else if (line === "}") chain = undefined;
    else if (chain !== undefined && /^type filter hook input\b/.test(line)) {
      chain.base = true;
      chain.drops = /policy drop;/.test(line);
    } else chain?.rules.push(line);
  }
  return [...chains].some(([name, each]) => each.base && turnsAway(name, chains, new Set()));
}

/** `iptables -S`. */
export function iptablesFilters(text: string): boolean {
  const chains = new Map<string, Chain>();
  const get = (name: string) => {
    const chain = chains.get(name) ?? { base: name === "INPUT", drops: false, rules: [] };
    chains.set(name, chain);
    return chain;
  };
  for (const [, kind, name = "", rest = ""] of text.matchAll(/^-([PNA]) (\S+)[ \t]*(.*)$/gm)) {
    const chain = get(name);
    if (kind === "P") chain.drops = rest.startsWith("DROP");
    if (kind === "A") chain.rules.push(rest.replace(/(?:^|\s)-[jg] (DROP|REJECT)\b/, " drop").replace(/(?:^|\s)-[jg] (\S+)/, " jump $1"));
  }
  return turnsAway("INPUT", chains, new Set());
}

function turnsAway(name: string, chains: ReadonlyMap<string, Chain>, seen: Set<string>): boolean {
  const chain = chains.get(name);
  if (chain === undefined || seen.has(name) || PASSING.test(name.split(" ").at(-1) ?? "")) return false;
  seen.add(name);
  const table = name.includes(" ") ? name.slice(0, name.lastIndexOf(" ") + 1) : "";
  return (
    chain.drops ||
    chain.rules.some((rule) => {
      if (TURNS_AWAY.test(rule)) return true;
      const target = JUMPS.exec(rule)?.[1];
      return target !== undefined && turnsAway(table + target, chains, seen);
    })
  );
}
