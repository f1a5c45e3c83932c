import type { Closing } from '../../../use-cases/readClosing'
import { Icon } from '../../components/Icon'
import { Layout } from '../../components/Layout'
import type { Words } from '../../words'
import { WillChange } from '../change/WhatWillChange'
import { instrumentWord, shortDay } from './reading'

/** Closes the answers before their day. The number on the button is the question whether one is sure. */
export function ClosePage({ closing, words }: { closing: Closing; words: Words }) {
  const { campaign, evaluation, invited, answered, waiting, k } = closing
  const { say } = words
  const report = `/campaigns/${encodeURIComponent(campaign._id)}/report`
  const path = `${report}/close/${encodeURIComponent(evaluation.instrument)}`
  const title = say('reports:close.title', { instrument: instrumentWord(evaluation.instrument, words) })
  return (
    <Layout words={words} title={title} path={path} sheets={['planning']}>
      <p>
        <a href={report}>
          <bdi>{campaign.event.name}</bdi>
        </a>
      </p>
      <h1>{title}</h1>
      <div class="sheet change">
        <p>{say('reports:close.else', { day: shortDay(evaluation.closesOn, words) })}</p>
        <WillChange words={words} notice={false}>
          <li>
            <Icon name="ban" /> {say('reports:close.no_more', { answered, invited })}
          </li>
          {waiting >= k ? (
            <li>
              <Icon name="chart" /> {say('reports:close.shown', { count: waiting })}
            </li>
          ) : waiting === 0 ? null : (
            <li>
              <Icon name="minus" /> {say('reports:close.too_few', { count: waiting, k })}
            </li>
          )}
        </WillChange>
        <p class="notice">{say('reports:close.for_good')}</p>
        <form method="post" action={path}>
          <button type="submit" class="first danger">
            {say('reports:close.button', { count: answered })}
          </button>
        </form>
        <p>
          <a href={report}>{say('reports:conclusions.back')}</a>
        </p>
      </div>
    </Layout>
  )
}
