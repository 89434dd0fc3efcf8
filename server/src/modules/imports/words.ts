// The words for columns: those that a template and a report have, and those that people's files are understood by.
import type { Language } from "../../spreadsheet/index.ts";
import type { Outcome, Problem, Target } from "./schemas.ts";

export const HEADINGS: Readonly<Record<Target, Readonly<Record<Language, string>>>> = {
  name: { en: "Name", "pt-BR": "Nome" },
  client: { en: "Client", "pt-BR": "Cliente" },
  site: { en: "Site", "pt-BR": "Local" },
  group: { en: "Group", "pt-BR": "Grupo" },
  type: { en: "Type", "pt-BR": "Tipo" },
  manufacturer: { en: "Manufacturer", "pt-BR": "Fabricante" },
  model: { en: "Model", "pt-BR": "Modelo" },
  serial: { en: "Serial number", "pt-BR": "Número de série" },
  assetTag: { en: "Asset tag", "pt-BR": "Patrimônio" },
  acquisitionDate: { en: "Acquired on", "pt-BR": "Data de aquisição" },
  warrantyDate: { en: "Warranty until", "pt-BR": "Garantia até" },
  tags: { en: "Tags", "pt-BR": "Etiquetas" },
  externalKey: { en: "External key", "pt-BR": "Chave externa" },
  notes: { en: "Notes", "pt-BR": "Observações" },
};

/** Further words people use, in the form of plain(). */
export const SYNONYMS: Readonly<Record<Target, readonly string[]>> = {
  name: [
    "hostname",
    "computername",
    "computer",
    "computador",
    "device",
    "dispositivo",
    "equipment",
    "equipamento",
    "resource",
    "recurso",
    "maquina",
    "machine",
    "descricao",
    "description",
  ],
  client: ["customer", "company", "empresa", "organization", "organizacao", "clientname", "nomedocliente", "razaosocial"],
  site: ["location", "localidade", "localizacao", "unidade", "filial", "branch", "unit"],
  group: ["department", "departamento", "setor", "resourcegroup", "grupoderecursos"],
  type: ["kind", "category", "categoria", "equipmenttype", "tipodeequipamento"],
  manufacturer: ["maker", "vendor", "brand", "marca"],
  model: ["product", "produto", "modelname"],
  serial: ["serialno", "sn", "ns", "serie", "serialnumber", "numeroserie", "servicetag"],
  assetTag: [
    "asset",
    "assetnumber",
    "inventorynumber",
    "inventario",
    "etiquetadepatrimonio",
    "numerodepatrimonio",
    "tombamento",
    "plaqueta",
  ],
  acquisitionDate: ["acquired", "acquisition", "acquisitiondate", "purchasedate", "purchased", "aquisicao", "datadecompra", "compra"],
  warrantyDate: [
    "warranty",
    "warrantydate",
    "warrantyend",
    "warrantyexpires",
    "garantia",
    "fimdagarantia",
    "datadegarantia",
    "vencimentodagarantia",
  ],
  tags: ["tag", "labels", "marcadores", "rotulos"],
  externalKey: ["externalid", "key", "id", "code", "codigo", "chave", "idexterno", "codigoexterno"],
  notes: ["note", "comments", "comment", "remarks", "notas", "comentarios", "anotacoes", "obs", "observacao"],
};

/** Without accents, case and what is no letter or digit. */
export const plain = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

export const REPORT_HEADINGS: Readonly<Record<Language, readonly [string, string, string]>> = {
  en: ["Row", "Outcome", "Problems"],
  "pt-BR": ["Linha", "Resultado", "Problemas"],
};

export const OUTCOME_WORDS: Readonly<Record<Language, Readonly<Record<Outcome, string>>>> = {
  en: { made: "Made", changed: "Changed", unchanged: "Unchanged", failed: "Not imported" },
  "pt-BR": { made: "Criado", changed: "Alterado", unchanged: "Sem alteração", failed: "Não importado" },
};

export const PROBLEM_WORDS: Readonly<Record<Language, Readonly<Record<Problem["code"], string>>>> = {
  en: {
    required: "is missing",
    blank: "has nothing to see in it",
    tooLong: "is too long",
    unknownClient: "is no client within your reach",
    unknownSite: "is no site of the client within your reach",
    unknownGroup: "is no group of the client within your reach",
    unknownType: "is no equipment type",
    ambiguous: "fits more than one",
    noSite: "has no site yet",
    date: "is no date that is understood",
    order: "the warranty ends before the acquisition",
    field: "does not fit the field",
    fieldRequired: "is required",
    repeated: "is in an earlier row already",
    keyTaken: "is the external key of another resource",
    changedMeanwhile: "somebody changed it meanwhile",
    refused: "was refused",
  },
  "pt-BR": {
    required: "está faltando",
    blank: "não tem nada visível",
    tooLong: "é longo demais",
    unknownClient: "não é um cliente ao seu alcance",
    unknownSite: "não é um local do cliente ao seu alcance",
    unknownGroup: "não é um grupo do cliente ao seu alcance",
    unknownType: "não é um tipo de equipamento",
    ambiguous: "corresponde a mais de um",
    noSite: "ainda não tem local",
    date: "não é uma data reconhecida",
    order: "a garantia termina antes da aquisição",
    field: "não serve para o campo",
    fieldRequired: "é obrigatório",
    repeated: "já está em uma linha anterior",
    keyTaken: "é a chave externa de outro recurso",
    changedMeanwhile: "alguém alterou nesse meio-tempo",
    refused: "foi recusado",
  },
};
