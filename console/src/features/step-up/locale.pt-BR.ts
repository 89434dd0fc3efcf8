import type { factor as english } from "./locale.en.ts";

export const factor: typeof english = {
  title: "Só mais um passo",
  lead: "Sua senha está certa. Agora prove que é você.",
  method: {
    totp: "Código do aplicativo autenticador",
    passkey: "Chave de acesso",
    recovery_code: "Código de recuperação",
    password: "Sua senha",
  },
  useInstead: {
    totp: "Usar o aplicativo autenticador",
    passkey: "Usar uma chave de acesso",
    recovery_code: "Usar um código de recuperação",
    password: "Usar a senha",
  },
  passkeyHelp: "Seu navegador vai pedir sua digital, seu rosto, um PIN ou a chave física.",
  recoveryHelp: "Um dos códigos que você guardou ao adicionar o segundo fator. Cada um vale uma vez.",
  askPasskey: "Usar a chave de acesso",
  submit: "Continuar",
  startAgain: "Começar de novo",
  cancelled: "Nada foi confirmado. Tente de novo ou escolha outro meio.",
  alreadyThere: "Este dispositivo já tem uma chave de acesso para a sua conta.",
  notPossible:
    "O navegador não conseguiu usar uma chave de acesso aqui. É preciso um endereço seguro (https) e um dispositivo que aceite chaves de acesso.",
  stepUp: {
    title: "É você mesmo?",
    explain:
      "Isto pode causar danos, por isso perguntamos de novo quem você é. Depois continua sozinho; nada do que você digitou se perde.",
    what: "os meios de provar quem você é",
  },
  forced: {
    title: "É preciso um segundo fator",
    lead: "Sua organização pede um segundo fator a todos. Adicione um para continuar.",
    leadPasskey: "Sua organização pede uma chave de acesso a todos. Adicione uma para continuar.",
  },
  reset: {
    forgotten: "Esqueceu sua senha?",
    title: "Esqueceu sua senha?",
    lead: "Escreva seu endereço de e-mail. Se ele pertencer a uma conta daqui, enviaremos um link para definir uma nova senha.",
    send: "Enviar o link",
    sentTitle: "Veja seu e-mail",
    sent: "Se {{email}} pertencer a uma conta daqui, o link está a caminho. Ele vale uma vez, por uma hora.",
    back: "Voltar para a entrada",
    newTitle: "Definir uma nova senha",
    newLead: "Todos os seus dispositivos serão desconectados.",
    password: "Nova senha",
    set: "Definir a senha",
    doneTitle: "Sua senha está definida",
    done: "Entre com a nova senha.",
  },
};
