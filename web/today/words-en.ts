export const en = {
  hello: (name: string) => `Hello, ${name}.`,
  summary: (late: number, toTell: number) => `${toTell} to tell before it is late, ${late} late.`,
};
