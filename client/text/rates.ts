/** The rates of a weather in words. */
import type { Catalogue } from '../../shared/i18n/catalogue.ts';
import { type Weather, conditionsOf } from '../../shared/net/weather.ts';

const percent = (probability: number): number => Math.round(probability * 100);

export function ratesText(weather: Weather, t: Catalogue): string {
  const { loss, duplication, reordering, delay } = conditionsOf[weather];
  return t.rates({
    loss: percent(loss),
    duplication: percent(duplication),
    reordering: percent(reordering),
    ...delay,
  });
}
