import type { Kiosk } from '../../domain/kiosk'
import {
  AUDITED,
  type AuditEntry,
  type Invitation,
  ROLES,
  type Session,
  type SignInTries,
  type Staff,
} from '../../domain/staff'
import { collection, key, listOf, number, oneOf, optional, text } from './fields'

export const staff = collection<Staff>(
  {
    organisation: key(),
    name: text(),
    email: key(),
    role: oneOf(ROLES),
    series: optional(listOf(key())),
    rev: optional(number()),
    password: optional(text()),
    passwordVersion: number(),
    stays: optional(number()),
    language: optional(text()),
  },
  [{ on: ['email'], unique: true }, { on: ['organisation', 'role', '_id'] }],
)

export const sessions = collection<Session>(
  { organisation: key(), staff: key(), passwordVersion: number(), seenAt: number() },
  [{ on: ['staff', '_id'] }, { on: ['seenAt', '_id'] }],
)

export const invitations = collection<Invitation>(
  { organisation: key(), staff: key(), until: number(), usedAt: optional(number()) },
  [{ on: ['staff', '_id'] }, { on: ['until', '_id'] }],
)

export const signInTries = collection<SignInTries>({ count: number(), since: number() }, [
  { on: ['since', '_id'] },
])

export const auditLog = collection<AuditEntry>(
  {
    what: oneOf(AUDITED),
    at: number(),
    organisation: optional(key()),
    staff: optional(key()),
    by: optional(key()),
    role: optional(oneOf(ROLES)),
    about: optional(key()),
    reader: optional(text()),
    language: optional(key()),
    fields: optional(listOf(text())),
    count: optional(number()),
  },
  [{ on: ['organisation', 'at', '_id'] }, { on: ['what', 'at', '_id'] }],
)

export const kiosks = collection<Kiosk>(
  { organisation: key(), campaign: key(), by: key(), openedAt: number(), endedAt: optional(number()) },
  [{ on: ['campaign', 'openedAt', '_id'] }],
)
