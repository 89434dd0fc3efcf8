import { useMutation, useQueryClient } from "@tanstack/react-query";

/** Runs a change and refreshes every list whose key begins with one of `keys`. */
export function useChange<Input, Result>(keys: readonly string[], change: (input: Input) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
