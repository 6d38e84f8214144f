/** Control characters, and those that reorder or hide text: in a foreign text they could make it read as another. */
export const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu
