/** The list of packets, as Wireshark prints it. One tab stop: arrows go from packet to packet. */
import { secondsOf } from '../../../shared/lessons/lab/dissect/dissect.ts';
import type { Packet } from '../../../shared/lessons/lab/dissect/dissect.ts';
import { choosePacket, chosen, form, packets, shown } from '../../lab/bench.ts';
import { lp } from '../../lab/words.ts';
import { NumberSwitch } from './numberSwitch.tsx';
import { moveFocus } from './roving.ts';

const columns = ['number', 'time', 'source', 'destination', 'protocol', 'length', 'info'] as const;

interface Props {
  /** The numbers cannot be switched: they are asked for. */
  readonly fixed?: boolean;
}

export function PacketList({ fixed = false }: Props) {
  const { list } = lp.value;
  const rows = fixed ? packets.value : shown.value;
  return (
    <section class="packets" aria-label={list.title}>
      <div class="pane-head">
        <h2>{list.title}</h2>
        {!fixed && <NumberSwitch />}
      </div>
      <div class="packets-scroll">
        <table data-form={form.value}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" class={`packet-${column}`}>
                  {list.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((packet) => (
              <Row key={packet.number} packet={packet} first={rows[0] ?? packet} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p class="empty">{list.none}</p>}
      </div>
    </section>
  );
}

function Row({ packet, first }: { readonly packet: Packet; readonly first: Packet }) {
  const { number, at, source, destination, protocol, octets, info } = packet;
  const own = chosen.value;
  const isChosen = own === packet;
  return (
    <tr data-packet={number} data-protocol={protocol} data-chosen={isChosen} {...numbersOf(packet)}>
      <td class="packet-number mono">
        <button
          type="button"
          aria-pressed={isChosen}
          aria-label={lp.value.list.choose(number)}
          tabIndex={isChosen || (own === null && packet === first) ? 0 : -1}
          onClick={() => choosePacket(number)}
          onKeyDown={(event) => moveFocus(event, { along: 'column', arrive: (button) => button.click() })}
        >
          {number}
        </button>
      </td>
      <td class="packet-time mono">{secondsOf(at)}</td>
      <td class="packet-source mono">{source}</td>
      <td class="packet-destination mono">{destination}</td>
      <td class="packet-protocol">{protocol}</td>
      <td class="packet-length mono">{octets.length}</td>
      <td class="packet-info mono">{info}</td>
    </tr>
  );
}

/** For programs that read the page: the numbers on the wire, whatever is shown. */
function numbersOf({ fields }: Packet): { readonly [name: string]: string } {
  const value = (name: 'tcp.seq_raw' | 'tcp.ack_raw' | 'tcp.flags' | 'tcp.stream'): string =>
    String(fields.get(name)?.[0] ?? '');
  if (!fields.has('tcp')) return {};
  return {
    'data-seq': value('tcp.seq_raw'),
    'data-ack': value('tcp.ack_raw'),
    'data-flags': value('tcp.flags'),
    'data-stream': value('tcp.stream'),
  };
}
