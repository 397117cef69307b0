/** The first 32 bits of ln 2, so that its product with an exponent is exact. */
export const LN2_HIGH = 6.9314718036912381649e-1;
/** ln 2 − LN2_HIGH. */
export const LN2_LOW = 1.90821492927058770002e-10;
/** 1 / ln 2. */
export const INVERSE_LN2 = 1.442695040888963387;
