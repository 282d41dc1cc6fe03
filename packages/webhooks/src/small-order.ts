/**
 * What the base64 of a point of small order begins with, in all 14 encodings: y is 0, 1, p - 1, p, p + 1 or one of two of order
 * 8, each with either sign. With such a key a signature can be made for anything, with such an R none is made that keeps the
 * key a secret, and runtimes differ in what they take. Zeros are a placeholder left in place. The first letters tell, at
 * least 8 of them: of 2 to the power of 47 other points one begins so.
 */
export const smallOrder = /^(AQ?A{9}|7[Pfv]\/{9}|JuiVj8Ky|xxdqcD1N)/;
