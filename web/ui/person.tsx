/** A person's or a business's name: in any script, set apart from the words around it. */
export function Person({ name }: { name: string }) {
  return <bdi>{name}</bdi>;
}
