// Proving oneself: the second step of signing in, the proof before dangerous things, the forced set-up.
export const factor = {
  title: "One more step",
  lead: "Your password is right. Now prove that it is you.",
  method: {
    totp: "Code from the authenticator app",
    passkey: "Passkey",
    recovery_code: "Recovery code",
    password: "Your password",
  },
  useInstead: {
    totp: "Use the authenticator app",
    passkey: "Use a passkey",
    recovery_code: "Use a recovery code",
    password: "Use the password",
  },
  passkeyHelp: "Your browser will ask for your fingerprint, face, PIN or security key.",
  recoveryHelp: "One of the codes you kept when you added the second factor. Each works once.",
  askPasskey: "Use the passkey",
  submit: "Continue",
  startAgain: "Start again",
  cancelled: "Nothing was confirmed. Try again, or choose another way.",
  alreadyThere: "This device already has a passkey for your account.",
  notPossible: "The browser could not use a passkey here. It needs a secure address (https) and a device that supports passkeys.",
  stepUp: {
    title: "Is it you?",
    explain: "This can do harm, so it asks again who you are. Then it goes on by itself; nothing you typed is lost.",
    what: "The ways to prove who you are",
  },
  forced: {
    title: "A second factor is needed",
    lead: "Your organization asks everybody for a second factor. Add one to go on.",
    leadPasskey: "Your organization asks everybody for a passkey. Add one to go on.",
  },
};
