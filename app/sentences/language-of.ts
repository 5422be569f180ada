import { fold } from "./fold.ts";
import type { Language } from "./languages.ts";

// The small words of each language, and of neighbours that could be taken for one of ours.
const smallWords: Record<Language | "another", string> = {
  en: "the and you your we i will is are for with this that have has our not be it of to on at me my please thanks i'll we'll by as",
  de: "der die das und ich wir sie ihnen ihr ihre ist sind nicht mit fur den dem ein eine auf zu von bis uns bitte werde werden im am es wird dass auch",
  es: "el los las y que de usted le su por para con una un esta en nos se lo manana gracias si yo te tu pero es al del",
  fr: "le les et vous nous je est de des que pour avec une un votre vos pas merci ce dans au du sur il on ne j'ai la c'est",
  another:
    "il che di per non sono con della gli una grazie noi voi lei domani het een van ik wij je niet met voor zijn op wat de en dat u o os as para com nao uma voce obrigado seu amanha nos w na nie jest do och att det som inte vi har jag er og ikke du ve bir bu icin",
};
const known = Object.entries(smallWords).map(([name, words]) => ({ name, words: new Set(words.split(" ")) }));

/**
 * The language of a text by its small words, of the first few hundred words; null where it is none of ours, or where
 * there is too little to tell.
 */
export function languageOf(text: string): Language | null {
  const words = fold(text.slice(0, 4000)).match(/[a-z]+(?:'[a-z]+)?/g) ?? [];
  const counts = known.map(({ name, words: own }) => ({ name, count: words.filter((word) => own.has(word)).length }));
  const [first, second] = counts.sort((a, b) => b.count - a.count);
  if (!first || first.name === "another" || first.count === 0) return null;
  if (first.count === second?.count || first.count < words.length / 12) return null;
  return first.name as Language;
}
