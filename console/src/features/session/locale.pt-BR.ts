import type { session as english } from "./locale.en.ts";

export const session: typeof english = {
  title: "Entrar",
  email: "E-mail",
  password: "Senha",
  submit: "Entrar",
  wait: "Tentativas demais. Você pode tentar de novo em {{seconds}}.",
  lead: "Entre no console da sua organização.",
};
