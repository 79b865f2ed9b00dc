/** The languages of the screens. */
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];
