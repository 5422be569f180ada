import { test } from "node:test";
import { areCoached } from "#test/harness/coached.ts";

test("English: the coach points at the words, and leaves what only looks like them", () => {
  areCoached("en", [
    [
      "absolute",
      [
        ["We are always here for you.", "always"],
        ["I guarantee it arrives on Friday.", "I guarantee"],
        ["It will definitely be there.", "definitely"],
        ["We are 100% sure.", "100%"],
        ["This will never happen again.", "will never"],
      ],
      [
        "As always, thank you.",
        "I have never been there.",
        "Your guarantee runs until May.",
        "It usually takes a day.",
      ],
    ],
    [
      "unsure",
      [
        ["Your boiler will be fixed by Friday.", "will be fixed"],
        ["This will not happen again.", "will not happen again"],
        ["You won't have any more problems.", "You won't have any more problems"],
        ["The supplier will deliver on Monday.", "The supplier will deliver"],
      ],
      ["I will look at your boiler on Friday.", "It was fixed yesterday.", "Did it happen again?"],
    ],
    [
      "dont_know",
      [
        ["I don't know.", "I don't know"],
        ["We have no idea why it stopped.", "We have no idea"],
      ],
      [
        "I don't know yet, but I will find out by noon.",
        "I don't know. I'll let you know by five.",
        "Do you know the model?",
      ],
    ],
    [
      "evasion",
      [
        ["It is our policy not to refund.", "It is our policy"],
        ["There's nothing I can do.", "There's nothing I can do"],
        ["Sorry for any inconvenience.", "Sorry for any inconvenience"],
        ["An error occurred.", "An error occurred"],
        ["We'll see.", "We'll see"],
      ],
      [
        "Your insurance policy covers it.",
        "I am sorry that you waited two days.",
        "We will see you on Monday at nine.",
      ],
    ],
    [
      "blame",
      [
        ["You should have called earlier.", "You should have"],
        ["You forgot to sign it.", "You forgot to"],
        ["As I already said, it is closed.", "As I already said"],
        ["My colleague forgot to order it.", "My colleague forgot"],
        ["The warehouse messed up.", "The warehouse messed up"],
      ],
      ["You should see it tomorrow.", "My colleague will call you.", "We ordered the wrong part."],
    ],
    [
      "jargon",
      [
        ["I will do it ASAP.", "ASAP"],
        ["Let's touch base on Monday.", "touch base"],
        ["I escalated it.", "escalated"],
        ["Please send it by EOD.", "EOD"],
        ["We will utilise a new pump.", "utilise"],
      ],
      ["I will do it by five.", "Let's talk on Monday.", "I passed it on to Ben."],
    ],
    [
      "asks_known",
      [
        ["What is your phone number?", "your phone number"],
        ["Please send your order number.", "your order number"],
        ["Could you give me your full name?", "give me your full name"],
      ],
      ["I will call you.", "Is the model number on the back?", "Your order leaves today."],
    ],
    [
      "needs_approval",
      [
        ["Our fitter flooded your cellar.", "Our fitter flooded"],
        ["We lost your data.", "We lost your data"],
        ["We accept full liability.", "We accept full liability"],
        ["We will compensate you.", "We will compensate"],
      ],
      ["We lost the match.", "Your data is safe.", "We will come by on Monday."],
    ],
  ]);
});
