export const en = {
  keptOf: (kept: number) => `kept ${kept} of 100 times`,
};
