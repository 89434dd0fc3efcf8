// The one line that brings a machine in. Pure, so that its quoting is tested.

export type System = "linux" | "macos" | "windows";

/** A single-quoted POSIX shell word. */
const posix = (text: string): string => (/^[\w:/.@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
/** A single-quoted PowerShell word. */
const powershell = (text: string): string => (/^[\w:/.@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "''")}'`);

/** @param server the console's origin, as the machine would reach it */
export function enrollCommand(system: System, server: string, token: string): string {
  const file = "vigia-agent.mjs";
  const from = `${server}/download/${file}`;
  if (system === "windows") {
    return `Invoke-WebRequest ${powershell(from)} -OutFile ${file}; node ${file} enroll --server ${powershell(server)} --token ${powershell(token)}; if ($?) { node ${file} run }`;
  }
  return `curl -fsS ${posix(from)} -o ${file} && sudo node ${file} enroll --server ${posix(server)} --token ${posix(token)} && sudo node ${file} run`;
}
