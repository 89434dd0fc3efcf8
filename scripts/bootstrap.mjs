// First step of `npm start` and `npm test`: installs what is missing with whatever Node (>= 20.19) is here,
// then goes on with the pinned one. Built-ins only, because nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, "node_modules");
const stamp = path.join(modules, ".vigia-lock");

function stop(message) {
  console.error(`vigia: ${message}`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  stop(`Node ${process.versions.node} is too old; install Node 20.19 or newer and run the command again.`);

function npm(...args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: "inherit" };
  const done = cli?.endsWith(".js")
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (done.error) stop(`npm could not be started (${done.error.message}); install npm 10 or newer.`);
  return done.status ?? 1;
}

const lock = createHash("sha256")
  .update(fs.readFileSync(path.join(root, "package-lock.json")))
  .digest("hex");
if (!fs.existsSync(stamp) || fs.readFileSync(stamp, "utf8") !== lock) {
  console.log("vigia: installing packages (about a minute the first time) …");
  try {
    fs.mkdirSync(modules, { recursive: true });
    fs.accessSync(modules, fs.constants.W_OK);
  } catch (error) {
    stop(`no permission to write ${modules} (${error.code}); run as the owner of this folder: chown -R "$USER" ${root}`);
  }
  // `npm ci` refuses where the registry lacks an optional platform package; `install --no-save` keeps the lock's versions.
  if (npm("install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error") !== 0)
    stop("npm could not install the packages; the lines above say why. Check the network and run the command again.");
  fs.writeFileSync(stamp, lock);
}

const bin = path.join(modules, ".bin");
const node = path.join(bin, process.platform === "win32" ? "node.cmd" : "node");
if (!fs.existsSync(node))
  stop(`the pinned Node is missing for ${process.platform}-${process.arch}; supported: Linux and macOS on x64 and arm64, Windows on x64.`);
const [command, ...rest] = process.argv.slice(2);
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
// A terminal's Ctrl-C reaches the child too; this process only waits for it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
const { spawn } = await import("node:child_process");
const child = spawn(node, ["--conditions=vigia-source", path.join(root, "scripts", `${command}.ts`), ...rest], {
  cwd: root,
  stdio: "inherit",
  env,
});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
