/** The English words around the labs. */
import type { LabPageCatalogue } from './catalogue.ts';

const packets = (count: number): string => (count === 1 ? '1 packet' : `${count} packets`);
const octets = (count: number): string => (count === 1 ? '1 octet' : `${count} octets`);

export const en: LabPageCatalogue = {
  intro: {
    own: 'The same at your own computer',
    parts: 'What is asked',
    three: (seconds) => `nothing submitted wrong, at most ${seconds}\u00a0s`,
    two: (seconds) => `at most one field wrong, and ${seconds}\u00a0s`,
    one: 'all of it right in the end',
  },
  views: { label: 'Capture or report', capture: 'Capture', report: 'Report' },
  bar: { clockStands: 'The clock stands.', save: 'Save capture' },

  filter: {
    label: 'Display filter',
    placeholder: 'e.g. tcp.port == 80',
    apply: 'Apply',
    clear: 'Clear',
    examples: 'Try',
    shown: (shown, all) => `${shown} of ${packets(all)} shown`,
  },
  list: {
    title: 'Packets',
    columns: {
      number: 'No.',
      time: 'Time',
      source: 'Source',
      destination: 'Destination',
      protocol: 'Protocol',
      length: 'Length',
      info: 'Info',
    },
    numbers: 'Sequence numbers',
    form: { relative: 'relative', absolute: 'absolute' },
    choose: (number) => `Packet ${number}`,
    none: 'No packet passes the filter.',
  },
  details: {
    title: 'Packet details',
    none: 'Choose a packet.',
    expand: 'Open',
    collapse: 'Close',
    octets: (first, last) => (first === last ? `octet ${first}` : `octets ${first} to ${last}`),
    computed: 'in no octet: Wireshark works it out',
    asFilter: 'As filter',
    follow: 'Follow TCP stream',
    noStream: 'This packet has no TCP.',
  },
  bytes: {
    title: 'Packet bytes',
    hint: 'Octets and fields mark each other.',
    octet: (at, hex, field) => `octet ${at}: ${hex}, ${field}`,
  },
  follow: {
    title: (stream) => `TCP stream ${stream}`,
    by: { client: 'Client', server: 'Server' },
    said: (count, n) => `${octets(count)} in ${packets(n)}`,
    all: (client, server) => `The client said ${octets(client)}, the server ${octets(server)}.`,
    silent: 'Neither side said anything in this connection.',
    note: 'This is the data only. Headers are in the packet details. The filter now shows this stream.',
  },

  report: {
    title: 'Report',
    done: 'done',
    check: 'Check',
    next: (title) => `Next: ${title}`,
    toResult: 'To the result',
    tally: (right, wrong, open) =>
      [`${right} right`, ...(wrong === 0 ? [] : [`${wrong} wrong`]), ...(open === 0 ? [] : [`${open} open`])].join(
        ', ',
      ),
    right: 'right',
    wrong: 'wrong',
    holds: 'True.',
    holdsNot: 'Not true.',
    row: (row) => `Row ${row}`,
    segment: 'Segment',
    cell: (row, column) => `Row ${row}, ${column}`,
    noMeaning: 'none',
    partDone: 'All of it is right.',
    goodFilters: 'Others that do the same:',
    aboutFilters: 'More about display filters',
    followed: 'That is what the two applications said.',
    help: {
      title: 'Help',
      more: { 2: 'The rule', 4: 'An example' },
      free: 'free',
      atMost: (stars) => `at most ${stars}`,
    },
  },
  header: {
    title: (which) => `TCP header ${which}`,
    hint: {
      values: 'The octets of the chosen field are marked.',
      octets: 'Choose the first octet, then the last. One octet is chosen once.',
      bare: 'Four octets a row, as the RFC draws it.',
    },
    marked: (marked) => `Marked: ${marked}`,
    nothingMarked: 'Nothing is marked.',
    bits: 'Bit by bit',
    more: (field) => `More about the ${field}`,
    field: 'Field',
    confirm: (field) => `This is the ${field}`,
    known: 'From the three headers',
    wire: 'Numbers on the wire',
    asWireshark: 'So Wireshark shows them:',
    flagsOf: (octet) => `Flags of ${octet}`,
  },
  practice: {
    title: 'Tables with gaps',
    lead: 'The rows are out of order, and each has a gap. No clock, no stars.',
    again: 'Other gaps',
  },
  result: {
    won: 'Done',
    oneWrong: 'One answer was wrong. Three stars want none.',
    moreWrong: (count) => `${count} answers were wrong. Two stars allow one.`,
    clean: (seconds, limit) => `Everything right at once, in ${seconds}\u00a0s where ${limit}\u00a0s are allowed.`,
    slow: (seconds, limit) =>
      `Everything right at once, in ${seconds}\u00a0s. Three stars want at most ${limit}\u00a0s.`,
    verySlow: (seconds, limit) => `It took ${seconds}\u00a0s. Two stars want at most ${limit}\u00a0s.`,
    mistakes: 'What was wrong at first',
    times: (count) => (count === 1 ? 'once' : `${count} times`),
    save: 'Save the capture',
    saveHint: 'Open it in Wireshark: the same packets, the same numbers.',
    own: 'Then do the experiment yourself',
  },
};
