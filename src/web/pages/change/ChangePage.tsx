import type { ComponentChildren } from 'preact'
import type { Campaign } from '../../../domain/campaign'
import type { ErrorCode } from '../../../errors'
import { Layout } from '../../components/Layout'
import { Strip } from '../../components/Strip'
import type { Words } from '../../words'
import { dayErrorWords } from '../error/ErrorPage'

export interface ChangeProps {
  campaign: Campaign
  words: Words
  /** Why what was asked cannot be done. */
  wrong?: ErrorCode | undefined
}

export const pathOf = ({ _id }: Campaign): string => `/campaigns/${encodeURIComponent(_id)}`

/** One layout for all changes: what, what it does to whom, one button, and the way back. */
export function ChangePage({
  campaign,
  words,
  wrong,
  title,
  tabTitle = title,
  path,
  children,
}: ChangeProps & {
  title: string
  /** Where the heading names a person. */
  tabTitle?: string
  path: string
  children: ComponentChildren
}) {
  return (
    <Layout words={words} title={tabTitle} path={path} sheets={['planning']}>
      <p>
        <a href={pathOf(campaign)}>
          <bdi>{campaign.event.name}</bdi>
        </a>
      </p>
      <h1>{title}</h1>
      <div class="sheet change">
        {wrong ? <Strip kind="wrong">{dayErrorWords(wrong, words)}</Strip> : null}
        {children}
        <p>
          <a href={pathOf(campaign)}>{words.say('change.back')}</a>
        </p>
      </div>
    </Layout>
  )
}
