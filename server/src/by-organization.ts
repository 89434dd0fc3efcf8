/** Items gathered by their organization, in the order they came: each group is one transaction. */
export function byOrganization<Item extends { readonly organizationId: string }>(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.organizationId);
    if (group === undefined) groups.set(item.organizationId, [item]);
    else group.push(item);
  }
  return groups;
}
