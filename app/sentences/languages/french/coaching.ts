import { type Coaching, hints } from "#app/sentences/hint.ts";

const approval = "demandez d'abord à qui approuve une telle phrase";

const asking = [
  ...hints("asks_known", "(?:quel est votre|donnez-moi votre|indiquez-nous votre) nom", { asksFor: "name" }),
  ...hints("asks_known", "votre (?:numero de )?(?:telephone|portable)", { asksFor: "phone" }),
  ...hints("asks_known", "votre (?:adresse )?(?:e-?mail|mail|courriel)", { asksFor: "email" }),
  ...hints("asks_known", "votre adresse(?! (?:e-?mail|mail))", { asksFor: "address" }),
  ...hints("asks_known", "votre (?:numero|reference) de (?:commande|client|facture|dossier)", {
    asksFor: "order_number",
  }),
];

export const coaching: Coaching = {
  hints: [
    ...hints(
      "absolute",
      `(?<!comme )toujours(?! pas) => le plus souvent
      plus jamais|jamais plus|ne [a-z]+ jamais => ne devrait plus
      (?:je |nous )?(?:vous )?garanti(?:s|ssons)|garantie? a 100 => nous comptons sur
      absolument|certainement|sans aucun doute|a coup sur|sans faute|en aucun cas|dans tous les cas
      100 ?%|a cent pour cent`,
    ),
    ...hints(
      "unsure",
      `(?:sera|seront) (?:repare|resolu|regle|corrige)[a-z]* => nous y travaillons et vous dirons avant … où nous en sommes
      (?:ne|cela ne|ca ne) (?:se reproduira|se produira|arrivera) (?:plus|pas) => voici ce que nous avons changé pour que cela n'arrive plus : …
      (?:le (?:fournisseur|fabricant|transporteur)|l'assur(?:ance|eur)) (?:livrera|enverra|paiera|acceptera) => je leur demande et vous dis avant … ce qu'ils répondent`,
    ),
    ...hints(
      "dont_know",
      "(?:je|nous) ne (?:le )?(?:sais|savons) pas|je n'en sais rien|aucune idee => je me renseigne et vous le dis avant …",
      {
        unless:
          /\b(?:me renseigne|nous renseignons|je (?:demande|verifie|regarde)|vous (?:dirai|dirons|tiens|tiendrai|tenons|tiendrons|rappelle|rappellerai))\b/,
      },
    ),
    ...hints(
      "evasion",
      `(?:c'est|selon|d'apres) (?:la|notre) politique(?: de la maison| de l'entreprise)? => ce que nous pouvons faire, c'est …
      (?:je ne peux|nous ne pouvons|on ne peut) rien (?:y )?faire => ce que je peux faire, c'est …
      ce n'est pas (?:mon|de mon) (?:service|ressort|travail|domaine) => je transmets à … et vous dis avant … ce qu'il en est
      (?:la|les|tout|toute|pour le) gene(?: occasionnee)?|desagrements?(?: occasionnes?)? => je regrette que …
      une erreur (?:s'est produite|est survenue)|des erreurs ont ete commises => nous avons mal fait …
      on verra(?: bien)?|nous verrons => je vous le dis avant …
      pour des raisons (?:techniques|independantes de notre volonte|d'organisation) => parce que …`,
    ),
    ...hints(
      "blame",
      `vous auriez du|vous deviez => la prochaine fois, cela aide si …
      vous avez (?:oublie|omis|neglige) => il manque encore …
      (?:c'est|c'etait) (?:de )?votre (?:propre )?(?:faute|erreur) => voici ce qui s'est passé : …
      comme (?:je vous l'ai|je l'ai|nous l'avons) (?:deja )?(?:dit|explique|indique|ecrit) => encore une fois, pour que vous ayez tout sous la main :
      (?:mon|ma|notre) collegue (?:a oublie|s'est trompee?|n'a pas) => nous …
      (?:l'entrepot|le bureau|la cuisine|l'atelier|le service commercial) (?:a oublie|s'est trompee?) => nous …`,
    ),
    ...hints(
      "jargon",
      `asap|dans les meilleurs delais|des que possible => avant …
      eod|cob => avant 17 h
      (?:nous )?(?:restons|reste) a votre (?:entiere )?disposition => 
      veuillez noter que => 
      escalade[a-z]* => transmis à …
      rma => numéro de retour
      sla => le délai convenu
      ticket => votre demande
      feedback => votre avis`,
    ),
    ...asking,
    ...hints(
      "needs_approval",
      `(?:c'est|c'etait) (?:entierement )?(?:de )?notre (?:faute|erreur)(?=.*\\b(?:bless|dommage|degat|casse|donnees)) => ${approval}
      nous (?:assumons|acceptons) (?:l'entiere |toute )?(?:la )?responsabilite|nous sommes responsables (?:du|des|de vos) (?:dommage|degat)s? => ${approval}
      (?:nous avons|notre (?:technicien|livreur|collegue) a) (?:endommage|casse|raye|inonde|blesse) => ${approval}
      (?:nous avons|j'ai) (?:perdu|efface|divulgue|supprime) vos (?:donnees|fichiers|documents|photos) => ${approval}
      nous (?:vous )?(?:indemniserons|dedommagerons|paierons (?:les|tous les) (?:degats|dommages|frais)) => ${approval}`,
    ),
  ],
  nextStep:
    /\b(?:prochaine etape|ensuite|je (?:vais|vous [a-z]+(?:rai|e))|nous (?:allons|vous [a-z]+(?:rons|ons))|merci de (?:me|nous)|veuillez|vous pouvez|pouvez-vous|pourriez-vous)\b/,
};
