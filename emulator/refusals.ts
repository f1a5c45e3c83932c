/** Twilio's error codes that the emulator can give: HTTP status and our short wording. */
export const REFUSALS = {
  20003: [401, 'The account or its token is wrong'],
  20004: [405, 'This method is not possible here'],
  20404: [404, 'This resource does not exist'],
  20409: [409, 'The resource is not in a state that allows this'],
  20422: [400, 'A parameter has a value that is not possible'],
  20429: [429, 'Too many requests at once'],
  20503: [503, 'The service is away for a moment'],
  21211: [400, 'To is not a number that can be written to'],
  21212: [400, 'From is not a possible sender'],
  21408: [400, 'Sending to this country is not switched on'],
  21602: [400, 'Body, MediaUrl or ContentSid is needed'],
  21603: [400, 'From or MessagingServiceSid is needed'],
  21604: [400, 'To is needed'],
  21606: [400, 'From is not a sender of this account'],
  21609: [400, 'StatusCallback is not a usable address'],
  21610: [400, 'The person said STOP to this sender'],
  21611: [400, 'The queue of this sender is full'],
  21612: [400, 'There is no way from this From to this To'],
  21614: [400, 'To is not a mobile number'],
  21617: [400, 'Body is longer than 1600 characters'],
  21620: [400, 'A MediaUrl is not a usable address'],
  21623: [400, 'More than ten MediaUrl'],
  21654: [400, 'ContentVariables needs a ContentSid'],
  21655: [400, 'ContentSid is not a content of this account'],
  21656: [400, 'ContentVariables is not a JSON object of texts'],
  21705: [400, 'MessagingServiceSid is not a service of this account'],
  63007: [400, 'From is not a WhatsApp sender of this account'],
  63031: [400, 'From and To are the same'],
  90007: [400, 'ValidityPeriod must be from 1 to 36000 seconds'],
} as const satisfies Record<number, readonly [number, string]>

export type RefusalCode = keyof typeof REFUSALS

/** What a refused request is answered with. */
export interface Refusal {
  code: number
  message: string
  more_info: string
  status: number
}

export function refusal(code: RefusalCode, detail?: string): Refusal {
  const [status, message] = REFUSALS[code]
  return {
    code,
    message: detail ? `${message}: ${detail}` : message,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  }
}
