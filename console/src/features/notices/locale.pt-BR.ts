import type { notices as english } from "./locale.en.ts";

export const notices: typeof english = {
  title: "Avisos",
  what: "seus avisos",
  none: "Nada a avisar.",
  read: "Marcar como lido",
  readAll: "Marcar todos como lidos",
  unknown: "Algo aconteceu ({{code}}).",
  code: {
    webhook_disabled: "O webhook {{webhook}} falhava sempre e foi desligado.",
    factor_reset_requested:
      "{{requestedBy}} pede a redefinição dos segundos fatores de {{subject}}. Um segundo administrador precisa aprovar.",
    password_changed: "Sua senha foi mudada.",
    new_sign_in: "Sua conta foi acessada a partir de {{address}}, com {{device}}.",
    clone_found: "{{machine}}: duas máquinas usam a chave do agente. Ele está restrito ao monitoramento.",
    ticket_assigned: "O ticket #{{number}} é seu: {{title}}",
    api_token_created: "{{createdBy}} criou o token de API {{token}}.",
  },
};
