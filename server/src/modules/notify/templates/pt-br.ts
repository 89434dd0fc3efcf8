// The mails in Brazilian Portuguese.
import type { EN } from "./en.ts";
import type { Wording } from "./wording.ts";

export const PT_BR = {
  greeting: "Olá, {{name}},",
  closing: "Vigia em {{organization}}",
  mails: {
    password_reset: {
      subject: "Escolha uma nova senha",
      paragraphs: [
        "Alguém pediu uma nova senha para a sua conta. Se foi você, abra este link e escolha uma:",
        "{{link}}",
        "Ele funciona uma única vez, até {{expiresAt}}. Se não foi você, não é preciso fazer nada: sua senha continua a mesma.",
      ],
    },
    user_invited: {
      subject: "{{organization}} deu a você acesso ao Vigia",
      paragraphs: [
        "{{invitedBy}} criou uma conta para você. Abra este link e escolha a sua senha:",
        "{{link}}",
        "Ele funciona uma única vez, até {{expiresAt}}. Depois disso, peça outro na página de entrada, em Esqueceu a senha.",
      ],
    },
    user_joined: {
      subject: "{{organization}} deu a você acesso ao Vigia",
      paragraphs: ["{{invitedBy}} incluiu você em {{organization}}. Entre por aqui com a conta que você já tem:", "{{link}}"],
    },
    factor_reset_requested: {
      subject: "Pedido para remover um segundo fator: {{subject}}",
      paragraphs: [
        "{{requestedBy}} pediu a remoção dos segundos fatores de {{subject}}. Outro administrador precisa aprovar:",
        "{{link}}",
        "Fale com {{subject}} antes de aprovar: quem tiver apenas a senha poderá entrar.",
      ],
    },
    new_sign_in: {
      subject: "Novo acesso à sua conta",
      paragraphs: [
        "Sua conta foi acessada em {{at}}, a partir de {{address}}, com {{device}}.",
        "Se não foi você, encerre essa sessão em Minha conta e troque sua senha imediatamente.",
      ],
    },
    api_token_created: {
      subject: "Novo token de API criado: {{token}}",
      paragraphs: [
        'O token de API "{{token}}" foi criado por {{createdBy}} em {{at}}.',
        "Se ninguém deveria tê-lo criado, revogue-o em Configurações, Tokens de API.",
      ],
    },
    webhook_disabled: {
      subject: "Um webhook foi desativado: {{webhook}}",
      paragraphs: [
        "O webhook {{webhook}} não recebeu seus eventos depois de muitas tentativas e foi desativado em {{at}}.",
        "O último problema: {{problem}}",
        "A lista de entregas mostra o que não foi recebido. Ative-o de novo quando o outro lado voltar a funcionar.",
      ],
    },
    ticket_assigned: {
      subject: "#{{number}} é seu: {{title}}",
      paragraphs: ["A partir de agora você é responsável pelo ticket #{{number}}: {{title}}", "{{link}}"],
    },
    ticket_answered: {
      subject: "#{{number}} {{title}}",
      paragraphs: ["{{author}} respondeu à sua solicitação (#{{number}}, {{title}}):", "{{text}}"],
    },
    test: {
      subject: "E-mail de teste do Vigia",
      paragraphs: ["Este e-mail foi enviado em {{at}} para testar as configurações de e-mail. Elas funcionam."],
    },
  },
} as const satisfies Wording<keyof typeof EN.mails>;
