import { type Request, Router } from 'express'
import { Icon } from '../../components/Icon'
import { Foot, Layout } from '../../components/Layout'
import { navFor } from '../../nav'
import { page } from '../../page'
import { byOf } from '../../session'
import type { Words } from '../../words'

/** What the bar at the bottom of a phone has no room for, as big rows. */
export function moreRoutes(wordsOf: (request: Request) => Words): Router {
  return Router().get('/more', (request, response) => {
    const words = wordsOf(request)
    const entries = navFor(byOf(request).role).filter(({ tab }) => !tab)
    response.send(
      page(
        <Layout words={words} title={words.say('nav.more')} path="/more">
          <h1>{words.say('nav.more')}</h1>
          <ul class="sheet big-rows">
            {entries.map(({ name, path, icon }) => (
              <li key={name}>
                <a href={path}>
                  <Icon name={icon} /> <span>{words.say(`nav.${name}`)}</span>
                </a>
              </li>
            ))}
            {words.phones ? (
              <li>
                <a href={words.phones}>
                  <Icon name="chat" /> <span>{words.say('phones')}</span>
                </a>
              </li>
            ) : null}
          </ul>
          <div class="sheet narrow-only">
            <Foot words={words} path="/more" />
          </div>
        </Layout>,
      ),
    )
  })
}
