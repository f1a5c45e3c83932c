import { DateTime } from 'luxon'
import type { LanguageTag } from '../domain/message'
import type { Content } from '../ports/content'
import { eventFacts } from './facts'

/** An example of every value, of nobody in particular, for those who judge a template at WhatsApp. */
export const sampleFacts =
  (content: Content) =>
  (language: LanguageTag): Record<string, string> => {
    const say = (key: string) => content.texts.say(`demo:${key}`, language)
    const day = DateTime.fromISO('2027-03-18')
    const event = {
      name: say('event.name'),
      start: day.set({ hour: 14 }).toFormat("yyyy-MM-dd'T'HH:mm"),
      end: day.set({ hour: 17 }).toFormat("yyyy-MM-dd'T'HH:mm"),
      zone: 'Europe/Brussels',
      place: say('event.place'),
      address: say('event.address'),
      transport: say('event.transport'),
      parking: say('event.parking'),
      goal: say('event.goal'),
      benefit: say('event.benefit'),
      who: say('event.who'),
      childcare: say('event.childcare'),
      bring: say('event.bring'),
      welcome: say('event.welcome'),
      contactName: say('contact'),
      contactPhone: say('phone'),
      inLanguage: {},
    }
    return {
      ...(eventFacts(event, language) as Record<string, string>),
      name: 'Sara',
      organisation: say('organisation'),
      project: say('project'),
    }
  }
