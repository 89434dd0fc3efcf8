// Notices of the signed-in person.
export const notices = {
  title: "Notices",
  what: "Your notices",
  none: "Nothing to tell you.",
  read: "Mark as read",
  readAll: "Mark all as read",
  unknown: "Something happened ({{code}}).",
  code: {
    webhook_disabled: "The webhook {{webhook}} kept failing and was switched off.",
    factor_reset_requested: "{{requestedBy}} asks to reset the second factors of {{subject}}. A second administrator must approve.",
    password_changed: "Your password was changed.",
    new_sign_in: "Your account was signed in to from {{address}}, with {{device}}.",
    clone_found: "{{machine}}: two machines use its agent’s key. The agent is confined to monitoring.",
    ticket_assigned: "Ticket #{{number}} is yours: {{title}}",
    api_token_created: "{{createdBy}} made the API token {{token}}.",
  },
};
