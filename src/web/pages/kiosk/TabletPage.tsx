import type { Campaign } from '../../../domain/campaign'
import type { Tablets } from '../../../use-cases/readKiosk'
import { Empty } from '../../components/Empty'
import { Layout } from '../../components/Layout'
import { Qr } from '../../components/Qr'
import { Strip } from '../../components/Strip'
import { ToCopy } from '../../components/ToCopy'
import type { Words } from '../../words'
import { pathOf } from '../change/ChangePage'

export interface TabletProps {
  campaign: Campaign
  tablets: Tablets
  /** Fewest taps that are shown. */
  least: number
  words: Words
  /** The address for a tablet, once, right after it was made. */
  link?: string | undefined
  /** Of the next one. */
  newKey: string
  ended?: boolean
}

/** Links for tablets at the door: made, opened, ended. */
export function TabletPage({ campaign, tablets, least, words, link, newKey, ended = false }: TabletProps) {
  const path = `${pathOf(campaign)}/day/kiosk`
  return (
    <Layout words={words} title={words.say('tablet:title')} path={path} sheets={['tablet']}>
      <p>
        <a href={pathOf(campaign)}>
          <bdi>{campaign.event.name}</bdi>
        </a>
      </p>
      <h1>{words.say('tablet:title')}</h1>
      {ended ? <Strip kind="done">{words.say('tablet:ended')}</Strip> : null}
      <div class="sheet tablet">
        <p>{words.say('tablet:lead')}</p>
        <p class="soft">{words.say('tablet:when', { least })}</p>
        {link ? <NewLink words={words} link={link} /> : null}
        {tablets.closed ? (
          <p role="status">{words.say('tablet:closed')}</p>
        ) : (
          <form method="post" action={path}>
            <input type="hidden" name="key" value={newKey} />
            <button type="submit" class={link ? undefined : 'first'}>
              {words.say('tablet:open')}
            </button>
          </form>
        )}
      </div>
      {tablets.closed ? null : (
        <section class="sheet tablet" aria-labelledby="poster">
          <h2 id="poster">{words.say('tablet:poster.title')}</h2>
          <p>{words.say('tablet:poster.lead')}</p>
          <p class="soft">{words.say('tablet:poster.once')}</p>
          <p>
            <a class="button" href={`${pathOf(campaign)}/day/poster`}>
              {words.say('tablet:poster.open')}
            </a>
          </p>
        </section>
      )}
      <section class="sheet tablet" aria-labelledby="running">
        <h2 id="running">{words.say('tablet:running')}</h2>
        <p>{words.say(tablets.taps === 0 ? 'tablet:no_taps' : 'tablet:taps', { count: tablets.taps })}</p>
        {tablets.open.length === 0 ? (
          <Empty>{words.say('tablet:none')}</Empty>
        ) : (
          <>
            <ul class="tablets">
              {tablets.open.map(({ _id, openedAt }) => (
                <li key={_id}>
                  <span>{words.say('tablet:since', { moment: words.moment(openedAt) })}</span>
                  <form method="post" action={`${path}/end`}>
                    <input type="hidden" name="kiosk" value={_id} />
                    <button type="submit">{words.say('tablet:end')}</button>
                  </form>
                </li>
              ))}
            </ul>
            <p class="soft">{words.say('tablet:before_end')}</p>
          </>
        )}
      </section>
    </Layout>
  )
}

function NewLink({ words, link }: { words: Words; link: string }) {
  return (
    <div class="link" role="status">
      <ToCopy id="link" label={words.say('tablet:new')} value={link} words={words} />
      <Qr text={link} millimetres={45} label={words.say('tablet:scan')} />
      <p>{words.say('tablet:scan')}</p>
      <p class="soft">{words.say('tablet:once')}</p>
      <p>
        <a class="button" href={link} target="_blank" rel="noreferrer">
          {words.say('tablet:go')}
        </a>
      </p>
    </div>
  )
}
