// Where the content of files lies and how much of it there may be, as the environment says.
import path from "node:path";
import { oneOf, parseOrigin } from "./config-values.ts";
import { StartError } from "./start-error.ts";

/** An S3-compatible store. */
export interface S3Config {
  /** Scheme, host and port. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Before every key, without slashes at its ends; "" for none. */
  readonly prefix: string;
  /** The bucket as the first part of the path, or of the host's name. */
  readonly style: "path" | "virtual";
  readonly keyId: string;
  /** The secret itself, or the absolute path of a file with it. */
  readonly secret: { readonly text: string } | { readonly file: string };
}

export interface FilesConfig {
  /** undefined: on this machine's disk. */
  readonly s3: S3Config | undefined;
  /** Bytes beyond which no organization's own settings go: of one file, and of all content of one organization. */
  readonly most: { readonly file: number; readonly organization: number };
}

type Read = <T>(name: string, parse: (text: string) => T, cure: string, secrecy?: "secret") => T | undefined;

const MIB = 2 ** 20;
const MOST_FILE_MIB = 100;
const MOST_ORGANIZATION_GIB = 50;

/** Reads and checks the variables. Throws StartError. */
export function readFilesConfig(read: Read): FilesConfig {
  const number = "Use a whole number from 1 to 1000000, or leave it out";
  return {
    s3: readS3(read),
    most: {
      file: (read("VIGIA_FILE_MAX_MIB", parseAmount, number) ?? MOST_FILE_MIB) * MIB,
      organization: (read("VIGIA_FILES_QUOTA_GIB", parseAmount, number) ?? MOST_ORGANIZATION_GIB) * MIB * 1_024,
    },
  };
}

function readS3(read: Read): S3Config | undefined {
  const place = read("VIGIA_FILES", parsePlace, "Use s3://bucket or s3://bucket/folder, or leave it out for the data folder");
  const region = read("VIGIA_S3_REGION", parseRegion, "Use the region's name, as in eu-central-1") ?? "us-east-1";
  const endpoint = read("VIGIA_S3_ENDPOINT", parseOrigin, "Use the store's address, as in https://s3.example.com");
  const style = read("VIGIA_S3_STYLE", (text) => oneOf(text, ["path", "virtual"]), 'Use "path" or "virtual", or leave it out');
  const keyId = read("VIGIA_S3_KEY_ID", parseKeyId, "Use the key's public half as the store shows it");
  const text = read("VIGIA_S3_SECRET", (given) => given, "", "secret");
  const file = read("VIGIA_S3_SECRET_FILE", (given) => path.resolve(given), "");
  if (place === undefined) return undefined;
  if (keyId === undefined) throw new StartError("VIGIA_FILES is set but VIGIA_S3_KEY_ID is not", "Set the key that may use the bucket");
  return {
    ...place,
    region,
    endpoint: endpoint ?? `https://s3.${region}.amazonaws.com`,
    style: style === "path" || (style === undefined && endpoint !== undefined) ? "path" : "virtual",
    keyId,
    secret: secretOf(text, file),
  };
}

function secretOf(text: string | undefined, file: string | undefined): S3Config["secret"] {
  if (text !== undefined && file === undefined) return { text };
  if (text === undefined && file !== undefined) return { file };
  const problem =
    text === undefined ? "VIGIA_FILES is set but the key's secret is not" : "VIGIA_S3_SECRET and VIGIA_S3_SECRET_FILE are both set";
  throw new StartError(problem, "Set one of VIGIA_S3_SECRET and VIGIA_S3_SECRET_FILE");
}

function parsePlace(text: string): { bucket: string; prefix: string } {
  const [, bucket = "", prefix = ""] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(text) ?? [];
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new Error("names no bucket");
  const parts = prefix.split("/").filter((part) => part !== "");
  if (!parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part))) throw new Error("names no folder in the bucket");
  return { bucket, prefix: parts.join("/") };
}

function parseRegion(text: string): string {
  if (!/^[a-z0-9-]{1,50}$/.test(text)) throw new Error("is no region");
  return text;
}

function parseKeyId(text: string): string {
  if (!/^[\w.-]{3,128}$/.test(text)) throw new Error("is no key's name");
  return text;
}

function parseAmount(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text) || Number(text) > 1_000_000) throw new Error("is no such number");
  return Number(text);
}
