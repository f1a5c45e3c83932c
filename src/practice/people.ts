import type { Audience } from '../domain/contact'
import type { ChannelName, LanguageTag } from '../domain/message'
import type { Role } from '../domain/staff'

export interface DemoPerson {
  name: string
  language: LanguageTag
  channels: ChannelName[]
  audience: Audience
  /** agreed: consent on paper · not_asked: somebody still has to ask · stopped: wants no messages. */
  standing: 'agreed' | 'not_asked' | 'stopped'
  evening?: true
  /** The demo's coordinator guides them. */
  guided?: true
}

/** Nobody you know. Numbers end in their place in this list. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    name: 'Amina',
    language: 'ar',
    channels: ['whatsapp', 'sms'],
    audience: 'participant',
    standing: 'agreed',
    guided: true,
  },
  {
    name: 'Gloria',
    language: 'nl',
    channels: ['whatsapp', 'sms'],
    audience: 'participant',
    standing: 'agreed',
    guided: true,
  },
  { name: 'Dawa', language: 'nl', channels: ['sms'], audience: 'participant', standing: 'agreed' },
  {
    name: 'Ousmane',
    language: 'fr',
    channels: ['whatsapp', 'sms'],
    audience: 'participant',
    standing: 'agreed',
    guided: true,
  },
  { name: 'Yousef', language: 'ar', channels: ['whatsapp'], audience: 'participant', standing: 'agreed' },
  {
    name: 'Blessing',
    language: 'en',
    channels: ['whatsapp', 'sms'],
    audience: 'participant',
    standing: 'agreed',
  },
  { name: 'Fatou', language: 'fr', channels: ['sms'], audience: 'participant', standing: 'agreed' },
  { name: 'Karim', language: 'ar', channels: ['sms'], audience: 'participant', standing: 'agreed' },
  {
    name: 'Samuel',
    language: 'en',
    channels: ['whatsapp'],
    audience: 'participant',
    standing: 'agreed',
    evening: true,
  },
  {
    name: 'Mireille',
    language: 'fr',
    channels: ['whatsapp'],
    audience: 'participant',
    standing: 'not_asked',
  },
  {
    name: 'Rachid',
    language: 'nl',
    channels: ['whatsapp', 'sms'],
    audience: 'participant',
    standing: 'stopped',
  },
  { name: 'Lena', language: 'nl', channels: ['whatsapp'], audience: 'partner', standing: 'agreed' },
]

/** Who signs in without a password, in practice. */
export const DEMO_STAFF: Readonly<Record<Role, string>> = {
  coordinator: 'Els',
  organiser: 'Nadine',
  admin: 'Joris',
}

export const demoStaffId = (role: Role): string => `demo-${role}`

export const demoNumber = (index: number): string => `+324700000${String(index + 1).padStart(2, '0')}`
export const DEMO_SENDERS = { whatsapp: '+32460000000', sms: '+32460000001' } as const
