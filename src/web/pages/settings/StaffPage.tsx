import { ROLES, type Staff } from '../../../domain/staff'
import type { Series } from '../../../use-cases/listSeries'
import { Field, FieldSet, ToFix, type Wrong } from '../../components/Field'
import { Tag } from '../../components/Tag'
import { ToCopy } from '../../components/ToCopy'
import type { Words } from '../../words'
import { SubjectPage, type SubjectProps } from './Subject'

export interface ListedStaff extends Pick<Staff, '_id' | 'name' | 'email' | 'role' | 'series'> {
  rev: number
  /** Has chosen a password. */
  signsIn: boolean
  /** Of the session that was used last. */
  seenAt?: number | undefined
}

export interface StaffForm {
  name: string
  email: string
  role: string
}

export interface StaffPageProps extends Omit<SubjectProps, 'subject' | 'children'> {
  staff: readonly ListedStaff[]
  series: readonly Series[]
  form: StaffForm
  problems: Wrong
  /** Just made; it is shown once. */
  link?: { name: string; address: string } | undefined
  /** Who looks: nobody ends their own access by a slip. */
  self: string
}

/** Who may sign in, as what, and the link by which somebody new does. */
export function StaffPage({ staff, series, form, problems, link, self, ...props }: StaffPageProps) {
  const { words } = props
  const { say } = words
  return (
    <SubjectPage {...props} subject="staff">
      {link ? (
        <section class="sheet link" aria-labelledby="link">
          <h2 id="link">
            {say('settings:staff.link_title')} <bdi>{link.name}</bdi>
          </h2>
          <p>{say('settings:staff.link_once')}</p>
          <ToCopy id="address" label={say('settings:staff.link_label')} value={link.address} words={words} />
        </section>
      ) : null}
      <div class="columns">
        <section class="sheet" aria-labelledby="who">
          <h2 id="who">{say('settings:staff.who')}</h2>
          <ul class="rows">
            {staff.map(one => (
              <Colleague key={one._id} {...{ one, series, words }} isSelf={one._id === self} />
            ))}
          </ul>
        </section>
        <form method="post" action="/settings/staff" class="form sheet beside">
          <h2>{say('settings:staff.invite')}</h2>
          <ToFix wrong={problems} words={words} />
          <Field name="name" label={say('settings:staff.name')} wrong={problems.name}>
            {ids => <input {...ids} type="text" value={form.name} autocomplete="off" />}
          </Field>
          <Field name="email" label={say('settings:staff.email')} wrong={problems.email}>
            {ids => <input {...ids} type="email" value={form.email} autocomplete="off" />}
          </Field>
          <Field name="role" label={say('settings:staff.role')} help={say('settings:staff.role_help')}>
            {ids => (
              <select {...ids}>
                {ROLES.map(role => (
                  <option key={role} value={role} selected={role === form.role}>
                    {say(`sign-in:role.${role}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button type="submit" class="first">
            {say('settings:staff.make_link')}
          </button>
        </form>
      </div>
    </SubjectPage>
  )
}

interface ColleagueProps {
  one: ListedStaff
  series: readonly Series[]
  words: Words
}

function Colleague({ one, series, words, isSelf }: ColleagueProps & { isSelf: boolean }) {
  const { say } = words
  const path = `/settings/staff/${encodeURIComponent(one._id)}`
  return (
    <li class="colleague">
      <div>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>{' '}
        {one.signsIn ? null : (
          <Tag icon="clock" colour="wait">
            {say('settings:staff.not_yet')}
          </Tag>
        )}
        <p class="soft">
          <bdi dir="ltr">{one.email}</bdi>
          {one.seenAt === undefined
            ? null
            : ` · ${say('settings:staff.seen', { when: words.moment(one.seenAt) })}`}
        </p>
      </div>
      {isSelf ? (
        <p class="soft">{say('settings:staff.you', { role: say(`sign-in:role.${one.role}`) })}</p>
      ) : (
        <div class="actions">
          <form method="post" action={`${path}/role`} class="actions">
            <input type="hidden" name="rev" value={one.rev} />
            <label>
              <span class="hidden">{say('settings:staff.role_of', { name: one.name })}</span>
              <select name="role">
                {ROLES.map(role => (
                  <option key={role} value={role} selected={role === one.role}>
                    {say(`sign-in:role.${role}`)}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" class="quiet">
              {say('settings:staff.change_role')}
              <span class="hidden">: {one.name}</span>
            </button>
          </form>
          <form method="post" action={`${path}/link`}>
            <button type="submit" class="quiet">
              {say('settings:staff.new_link')}
              <span class="hidden">: {one.name}</span>
            </button>
          </form>
          {one.signsIn ? (
            <form method="post" action={`${path}/stop`}>
              <button type="submit" class="quiet danger">
                {say('settings:staff.stop')}
                <span class="hidden">: {one.name}</span>
              </button>
            </form>
          ) : null}
          {one.role === 'organiser' ? <Reads {...{ one, series, words }} /> : null}
        </div>
      )}
    </li>
  )
}

/** Whose reports an organiser reads: of all events, or of some series and what is planned in them later. */
function Reads({ one, series, words: { say, list } }: ColleagueProps) {
  const { _id, name, rev, series: own } = one
  const theirs = series.filter(({ id }) => own?.includes(id)).map(found => found.name)
  const said = own ? list(theirs) || say('settings:staff.reads_none') : say('settings:staff.reads_all')
  return (
    <details class="reads">
      <summary>
        {say('settings:staff.reads', { what: said })}
        <span class="hidden">: {name}</span>
      </summary>
      <form method="post" action={`/settings/staff/${encodeURIComponent(_id)}/series`} class="form">
        <input type="hidden" name="rev" value={rev} />
        <FieldSet name="reads" label={say('settings:staff.reads_which')}>
          <label class="choice">
            <input type="radio" name="reads" value="all" checked={!own} />
            <span>{say('settings:staff.reads_all')}</span>
          </label>
          <label class="choice">
            <input type="radio" name="reads" value="some" checked={own !== undefined} />
            <span>{say('settings:staff.reads_some')}</span>
          </label>
          {series.map(({ id, name: event }) => (
            <label key={id} class="choice of-some">
              <input type="checkbox" name="series" value={id} checked={own?.includes(id)} />
              <span>{event}</span>
            </label>
          ))}
        </FieldSet>
        <button type="submit">{say('settings:staff.reads_save')}</button>
      </form>
    </details>
  )
}
