// The parts of `npm test` and how each runner's answer becomes numbers.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "../setup/prepare.ts";

export interface Tally {
  passed: number;
  failed: number;
  /** One line for each test that did not run, with its reason. */
  skipped: string[];
}

function runInherited(file: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; assertionResults: { status: string; fullName: string; meta?: { reason?: string } }[] }[];
}

/** Unit and database tests, by vitest. */
export async function vitest(): Promise<Tally> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "vigia-vitest-"));
  const file = path.join(folder, "report.json");
  const code = await runInherited("vitest", ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`]);
  if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(fs.readFileSync(file, "utf8")) as VitestReport;
  fs.rmSync(folder, { recursive: true });
  const skipped = report.testResults.flatMap((suite) =>
    suite.assertionResults
      .filter((test) => !["passed", "failed"].includes(test.status))
      .map((test) => `${path.relative(root, suite.name)}: ${test.fullName}`),
  );
  const crashed = code !== 0 && report.numFailedTests === 0 ? 1 : 0;
  return { passed: report.numPassedTests, failed: report.numFailedTests + crashed, skipped };
}

/** Reads one TAP stream: tap's own closing count, with the reasons of the tests that were skipped. */
export function readTap(text: string): Tally {
  const total = /^# \{ (.*) \}$/m.exec(text)?.[1] ?? "";
  const of = (name: string) => Number(new RegExp(`\\b${name}: (\\d+)`).exec(total)?.[1] ?? 0);
  const skipped = [...text.matchAll(/^\s*ok \d+(?: - (.*?))? # (?:SKIP|TODO)\s*(.*)$/gim)].map(
    ([, name = "", reason = ""]) => `${name}: ${reason}`,
  );
  return { passed: of("pass"), failed: of("fail"), skipped };
}

/** Process-level tests, by tap: every *.tap.ts below the folder, one after the other, each its own process. */
export async function tap(folder: string): Promise<Tally> {
  const files = fs
    .readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith(".tap.ts"))
    .sort();
  const sum: Tally = { passed: 0, failed: 0, skipped: [] };
  for (const file of files) {
    const started = performance.now();
    const { code, text } = await captured(path.join(folder, file));
    const tally = readTap(text);
    if (code !== 0 && tally.failed === 0) tally.failed = 1;
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    sum.skipped.push(...tally.skipped.map((line) => `${file}: ${line}`));
    console.log(
      `  ${tally.failed === 0 ? "✓" : "✗"} ${file}: ${tally.passed} passed, ${tally.failed} failed (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    );
    if (tally.failed > 0) console.log(text);
  }
  return sum;
}

/** How long a process may live on after its closing count, milliseconds. */
const LAST_WORDS_MS = 30_000;

function captured(file: string): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--conditions=vigia-source", file], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, TAP_TIMEOUT: "1200" },
    });
    let text = "";
    let said: NodeJS.Timeout | undefined;
    let stuck = false;
    child.stdout.on("data", (data: Buffer) => {
      text += data.toString();
      // Everything is told; Node at times turns for ever in the last clean-up of its own handles.
      if (/^# time=/m.test(text))
        said ??= setTimeout(() => {
          stuck = child.kill("SIGKILL");
        }, LAST_WORDS_MS);
    });
    child.stderr.on("data", (data: Buffer) => (text += data.toString()));
    child.on("close", (code) => {
      clearTimeout(said);
      resolve({ code: stuck ? 0 : (code ?? 1), text });
    });
  });
}
