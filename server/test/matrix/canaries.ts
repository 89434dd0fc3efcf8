// Values that are secret, planted so that they are found again wherever an answer holds one.

/** Given to the server as they are. The key-encryption key has its 32 bytes, all printable. */
export const CANARY = {
  vaultValue: "canary-of-the-vault-5b1f",
  mailPassword: "canary-of-the-mail-server-77c2",
  ssoClientSecret: "canary-of-the-sso-client-e03d",
  passwordHash: "canary-of-a-password-hash-91aa",
  recoveryKey: "-----BEGIN PRIVATE KEY-----\ncanary-of-the-recovery-key\n-----END PRIVATE KEY-----\n",
  kek: "canary-of-the-key-encryption-key",
} as const;
