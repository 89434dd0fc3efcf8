// Envelope encryption: one key-encryption key in a file wraps the keys of organizations and of persons, and those seal what is stored.
// It decides nothing about who may read; that is the business of whoever calls open() and reveal().
export { createEnvelope, createSealer, type Envelope, type Place, type Sealer } from "./envelope.ts";
export { type Kek, type KekBackup, kekBackup, kekOf } from "./kek.ts";
export { openKek } from "./open-kek.ts";
export { createPersonKeys, type PersonKeys } from "./person-keys.ts";
export { rotateKek } from "./rotate.ts";
export { Secret } from "./secret.ts";
