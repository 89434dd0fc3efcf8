/** What can be wrong with a filter; consoles say it in their own languages, with the parameters beside it. */
export type FilterProblem =
  | "too_long"
  | "too_many_terms"
  | "too_deep"
  | "not_opened"
  | "not_closed"
  | "nothing_to_look_for"
  | "no_field_before"
  | "unknown_field"
  | "unknown_custom_field"
  | "value_missing"
  | "no_order"
  | "software_lacks"
  | "not_a_flag"
  | "not_a_number"
  | "not_a_date"
  | "not_a_version"
  | "not_a_choice"
  | "unknown_has_no_order"
  | "quotes_open"
  | "means_nothing";

/** What was wrong where: words of the text, names of fields, examples that would do. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** A filter that cannot be understood: what, where, and what to write instead. */
export class FilterError extends Error {
  override readonly name = "FilterError";
  /** Position in the text, from 0. */
  readonly position: number;
  readonly problem: FilterProblem;
  readonly params: ProblemParams;

  /** `message` says the same in English, for people who call the API. */
  constructor(position: number, problem: FilterProblem, params: ProblemParams, message: string) {
    super(message);
    this.position = position;
    this.problem = problem;
    this.params = params;
  }
}
