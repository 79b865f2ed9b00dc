/*
 * One connection of lwIP's TCP over UDP: every datagram on 127.0.0.1 is one IPv4 packet.
 *
 *   lwip MY_UDP_PORT ITS_UDP_PORT serve           listens on 10.78.0.1:7, sends back all it gets, closes after the FIN
 *   lwip MY_UDP_PORT ITS_UDP_PORT fetch OCTETS    connects to 10.78.0.2:7, says OCTETS octets, closes that direction,
 *                                                 and prints how many came back and whether they are the same
 *
 * What is read is not reported back to the window (NETCONN_NOAUTORCVD): it is large enough for all that comes, and lwIP
 * would tell of its growth whenever its threads happen to run, after the close as well.
 */
#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <lwip/api.h>
#include <lwip/netif.h>
#include <lwip/pbuf.h>
#include <lwip/tcpip.h>

static int wire;
static struct netif card;

static err_t packet_out(struct netif *netif, struct pbuf *packet, const ip4_addr_t *to) {
  static u8_t whole[65536];
  (void)netif;
  (void)to;
  u16_t length = pbuf_copy_partial(packet, whole, packet->tot_len, 0);
  return send(wire, whole, length, 0) == length ? ERR_OK : ERR_IF;
}

static void *packets_in(void *unused) {
  static u8_t whole[65536];
  ssize_t length;
  (void)unused;
  while ((length = recv(wire, whole, sizeof whole, 0)) >= 0) {
    /* Not PBUF_POOL: Debian's library (2.1.3) makes its pool buffers shorter than it believes them to be. */
    struct pbuf *packet = pbuf_alloc(PBUF_RAW, (u16_t)length, PBUF_RAM);
    if (packet == NULL) continue;
    pbuf_take(packet, whole, (u16_t)length);
    if (card.input(packet, &card) != ERR_OK) pbuf_free(packet);
  }
  return NULL;
}

static err_t card_init(struct netif *netif) {
  netif->name[0] = 'a';
  netif->name[1] = 'b';
  netif->mtu = 1500;
  netif->output = packet_out;
  return ERR_OK;
}

static void plug_in(int mine, int its) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(mine)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  wire = socket(AF_INET, SOCK_DGRAM, 0);
  if (bind(wire, (struct sockaddr *)&address, sizeof address) != 0) exit(2);
  address.sin_port = htons(its);
  if (connect(wire, (struct sockaddr *)&address, sizeof address) != 0) exit(2);
  ip4_addr_t ip, mask, gateway;
  IP4_ADDR(&ip, 10, 78, 0, 1);
  IP4_ADDR(&mask, 255, 255, 255, 0);
  IP4_ADDR(&gateway, 10, 78, 0, 2);
  tcpip_init(NULL, NULL);
  LOCK_TCPIP_CORE();
  netif_add(&card, &ip, &mask, &gateway, NULL, card_init, tcpip_input);
  netif_set_default(&card);
  netif_set_up(&card);
  netif_set_link_up(&card);
  UNLOCK_TCPIP_CORE();
  pthread_t thread;
  pthread_create(&thread, NULL, packets_in, NULL);
}

/* Reads until the FIN; gives the number of octets, which are put together at `into`, or -1 after a reset. */
static long read_all(struct netconn *connection, u8_t *into, size_t most) {
  size_t length = 0;
  struct pbuf *part;
  err_t error;
  /* NOFIN: the FIN would close the reading side, and closing the other one as well counts as closing with text unread. */
  while ((error = netconn_recv_tcp_pbuf_flags(connection, &part, NETCONN_NOAUTORCVD | NETCONN_NOFIN)) == ERR_OK) {
    if (length + part->tot_len <= most) pbuf_copy_partial(part, into + length, part->tot_len, 0);
    length += part->tot_len;
    pbuf_free(part);
  }
  return error == ERR_WOULDBLOCK ? (long)length : -1;
}

static void serve(u8_t *room, size_t most) {
  struct netconn *listener = netconn_new(NETCONN_TCP), *connection;
  netconn_bind(listener, IP_ADDR_ANY, 7);
  netconn_listen(listener);
  printf("ready\n");
  if (netconn_accept(listener, &connection) != ERR_OK) exit(3);
  long length = read_all(connection, room, most);
  if (length > 0) netconn_write(connection, room, (size_t)length, NETCONN_COPY);
  printf("%ld\n", length);
  /* Not netconn_close: what was not reported back counts as unread, and would be answered by a RST. */
  netconn_shutdown(connection, 0, 1);
}

static void fetch(u8_t *room, size_t most, size_t octets) {
  struct netconn *connection = netconn_new(NETCONN_TCP);
  ip_addr_t to;
  IP_ADDR4(&to, 10, 78, 0, 2);
  u8_t *said = malloc(octets + 1);
  for (size_t i = 0; i < octets; i++) said[i] = (u8_t)(i * 7 + (i >> 8));
  err_t error = netconn_connect(connection, &to, 7);
  if (error != ERR_OK) {
    printf("connect %d\n", error);
    return;
  }
  netconn_write(connection, said, octets, NETCONN_COPY);
  netconn_shutdown(connection, 0, 1);
  long length = read_all(connection, room, most);
  printf("%ld %s\n", length, length == (long)octets && memcmp(said, room, octets) == 0 ? "same" : "different");
}

int main(int count, char **words) {
  static u8_t room[1 << 20];
  if (count < 4) return 1;
  setvbuf(stdout, NULL, _IOLBF, 0);
  plug_in(atoi(words[1]), atoi(words[2]));
  if (strcmp(words[3], "serve") == 0) serve(room, sizeof room);
  else if (strcmp(words[3], "fetch") == 0 && count > 4) fetch(room, sizeof room, (size_t)atol(words[4]));
  /* The last segments are still on their way, and TIME-WAIT has to answer for them. */
  sleep(2);
  return 0;
}
