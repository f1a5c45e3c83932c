import { z } from 'zod'
import { stateOf, TRAINING_KINDS, TRAINING_STATUSES, type Training } from '../../domain/contacts/training'
import type { TrainingReading } from '../../use-cases/readTrainings'
import { type Endpoint, endpoint } from './endpoint'
import { misfit, orStanding } from './refusals'
import { ID, MOMENT } from './schemas'

const version = z.number().int()

const FORM = z.object({
  kind: z.enum(TRAINING_KINDS).describe('`workplace`: somebody learns at work, else in lessons'),
  since: z.iso.date().describe('The day on which it began'),
  status: z.enum(TRAINING_STATUSES),
  statusDay: z.iso.date().describe('The day that the status is about'),
  known: z.boolean().default(false).describe('Of `workplace` alone: VDAB knows of it'),
})

const TRAINING = z.object({
  id: ID,
  version: version.describe('Rises with every change; a change asks for it'),
  kind: z.enum(TRAINING_KINDS),
  since: z.string().describe('ISO day'),
  status: z.enum(TRAINING_STATUSES),
  statusDay: z.string().describe('ISO day'),
  known: z.boolean().optional(),
  mistaken: z.boolean().describe('It was noted by mistake: it counts no more'),
  at: MOMENT,
})

const trainingOf = ({
  id,
  rev,
  kind,
  since,
  status,
  day,
  known,
  mistaken = false,
  at,
}: Omit<TrainingReading, 'by'>): z.infer<typeof TRAINING> => ({
  id,
  version: rev,
  kind,
  since,
  status,
  statusDay: day,
  known,
  mistaken,
  at,
})

const storedOf = (training: Training) =>
  trainingOf({ ...stateOf(training), id: training._id, rev: training.rev })

const formOf = ({ known, ...form }: z.infer<typeof FORM>) => ({ ...form, known: known ? 'yes' : '' })

/** What a person learns, in lessons or at work. */
export const TRAINING_ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    name: 'listTrainings',
    method: 'get',
    path: '/contacts/{contact}/trainings',
    summary: 'What a person learns or learned, the newest first; without what was noted by mistake.',
    answer: z.object({ trainings: z.array(TRAINING) }),
    async run({ contacts }, { by, params }) {
      const { trainings } = await contacts.read(by, params.contact ?? '')
      return { trainings: trainings.map(trainingOf) }
    },
  }),
  endpoint({
    name: 'noteTraining',
    method: 'post',
    path: '/contacts/{contact}/trainings',
    summary: 'One more training or place to learn at work, of somebody who agreed to be followed (C8).',
    body: FORM,
    answer: TRAINING,
    makes: true,
    async run({ contacts }, { by, params: { contact = '' }, body, id: key }) {
      const noted = await contacts.noteTraining(by, contact, { key, form: formOf(body) })
      if (!noted.ok) throw misfit(noted.problems)
      return storedOf(await contacts.training(by, contact, noted.training))
    },
  }),
  endpoint({
    name: 'changeTraining',
    method: 'put',
    path: '/contacts/{contact}/trainings/{training}',
    summary:
      'How it stands by now, or what it should have been. Refused when somebody changed it since that version.',
    body: FORM.extend({ version }),
    answer: TRAINING,
    async run(
      { contacts },
      { by, params: { contact = '', training = '' }, body: { version: rev, ...form } },
    ) {
      const now = () => contacts.training(by, contact, training)
      const changed = await orStanding(
        () => contacts.changeTraining(by, contact, training, { rev, form: formOf(form) }),
        async () => ({ version: (await now()).rev }),
      )
      if (!changed.ok) throw misfit(changed.problems)
      return storedOf(await now())
    },
  }),
  endpoint({
    name: 'markTraining',
    method: 'put',
    path: '/contacts/{contact}/trainings/{training}/mistaken',
    summary: 'It was noted by mistake and counts no more, or it does after all. Twice is once.',
    body: z.object({ version, mistaken: z.boolean() }),
    answer: TRAINING,
    async run({ contacts }, { by, params: { contact = '', training = '' }, body }) {
      const now = () => contacts.training(by, contact, training)
      await orStanding(
        () => contacts.markTraining(by, contact, training, { rev: body.version, mistaken: body.mistaken }),
        async () => ({ version: (await now()).rev }),
      )
      return storedOf(await now())
    },
  }),
]
