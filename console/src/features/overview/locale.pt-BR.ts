import type { overview as english } from "./locale.en.ts";

export const overview: typeof english = {
  title: "Visão geral",
  now: "Agora",
  machines: "Máquinas",
  clients: "Clientes",
  sites: "Locais",
  pending: "Aguardando aprovação",
  pendingHelp: "Têm um token válido e entram assim que você aprovar.",
  trouble: "Sem resposta e off-line",
  troubleNone: "Todas as máquinas respondem.",
  busiest: "Mais ocupadas",
  cpu: "Processador",
  memory: "Memória",
  volume: "Volumes mais cheios",
  nothingMeasured: "Nenhuma medição ainda.",
  events: "Eventos recentes",
  eventsNone: "Nada aconteceu ainda.",
  since: "há {{duration}}",
  showAll: "Mostrar todos",
  loadWhat: "a visão geral",
  emptyTitle: "Nenhuma máquina ainda",
  emptyText:
    "Aqui o Vigia mostra como estão suas máquinas neste momento: quais respondem, quais não e quais estão ocupadas. Adicione a primeira para começar.",
  emptyAction: "Adicionar uma máquina",
};
