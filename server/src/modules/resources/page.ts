/** One page of a list, as every list route answers it. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: number;
}
