// The mails in English.
import type { Wording } from "./wording.ts";

export const EN = {
  greeting: "Hello {{name}},",
  closing: "Vigia at {{organization}}",
  mails: {
    password_reset: {
      subject: "Choose a new password",
      paragraphs: [
        "Someone asked for a new password for your account. If it was you, open this link and choose one:",
        "{{link}}",
        "It works once, until {{expiresAt}}. If it was not you, there is nothing to do: your password stays as it is.",
      ],
    },
    user_invited: {
      subject: "{{organization}} gives you access to Vigia",
      paragraphs: [
        "{{invitedBy}} made an account for you. Open this link and choose your password:",
        "{{link}}",
        "It works once, until {{expiresAt}}. After that, ask for another one where you sign in, under Forgot your password.",
      ],
    },
    user_joined: {
      subject: "{{organization}} gives you access to Vigia",
      paragraphs: ["{{invitedBy}} added you to {{organization}}. Sign in here with the account that you have already:", "{{link}}"],
    },
    factor_reset_requested: {
      subject: "A second factor is to be removed: {{subject}}",
      paragraphs: [
        "{{requestedBy}} asked to remove the second factors of {{subject}}. Another administrator has to approve it:",
        "{{link}}",
        "Speak with {{subject}} before you do: whoever holds the password alone could then sign in.",
      ],
    },
    new_sign_in: {
      subject: "New sign-in to your account",
      paragraphs: [
        "Your account was signed in to on {{at}}, from {{address}}, with {{device}}.",
        "If it was not you, end that session under My account and change your password at once.",
      ],
    },
    api_token_created: {
      subject: "A new API token was made: {{token}}",
      paragraphs: [
        'The API token "{{token}}" was made by {{createdBy}} on {{at}}.',
        "If nobody should have made it, revoke it under Settings, API tokens.",
      ],
    },
    webhook_disabled: {
      subject: "A webhook was switched off: {{webhook}}",
      paragraphs: [
        "The webhook {{webhook}} did not take its events after many tries and was switched off on {{at}}.",
        "The last problem: {{problem}}",
        "Its list of deliveries shows what was not taken. Switch it on again once the other side works.",
      ],
    },
    ticket_assigned: {
      subject: "#{{number}} is yours: {{title}}",
      paragraphs: ["You are responsible for ticket #{{number}} from now on: {{title}}", "{{link}}"],
    },
    ticket_answered: {
      subject: "#{{number}} {{title}}",
      paragraphs: ["{{author}} answered what you asked (#{{number}}, {{title}}):", "{{text}}"],
    },
    test: {
      subject: "Test mail from Vigia",
      paragraphs: ["This mail was sent on {{at}} to try the mail settings. They work."],
    },
  },
} as const satisfies Wording<string>;
