"""One connection of the kernel's TCP, as a test asks for it. Prints a line when it is ready, and one at the end.

peer.py echo PORT          accepts, sends back all it gets, then waits a little after the FIN before it closes
peer.py abort PORT         accepts, reads a little, and ends by RST
peer.py listen-reset PORT  accepts and reads until something happens; prints what
peer.py cross PORT HOST P  connects from PORT to HOST:P, says 'kernel', reads until the end; prints that

Whoever reads waits for the FIN first: a reader makes room, and the kernel would tell of it by a window update or not,
as its scheduler pleases. After the FIN it has nothing to tell.
"""

import select
import socket
import struct
import sys
import time


def listener(port):
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("0.0.0.0", port))
    server.listen(1)
    print("ready", flush=True)
    return server.accept()[0]


def wait_for_the_end(connection):
    poll = select.poll()
    poll.register(connection, select.POLLRDHUP | select.POLLERR)
    poll.poll()


def read_all(connection):
    wait_for_the_end(connection)
    whole = b""
    while part := connection.recv(65536):
        whole += part
    return whole


def main(mode, port, *rest):
    port = int(port)
    if mode == "echo":
        connection = listener(port)
        whole = read_all(connection)
        time.sleep(0.2)
        connection.sendall(whole)
        connection.close()
    elif mode == "abort":
        connection = listener(port)
        connection.recv(100)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
    elif mode == "listen-reset":
        connection = listener(port)
        try:
            print(len(read_all(connection)), flush=True)
        except ConnectionResetError:
            print("reset", flush=True)
    elif mode == "cross":
        connection = socket.socket()
        connection.bind(("0.0.0.0", port))
        print("ready", flush=True)
        connection.connect((rest[0], int(rest[1])))
        connection.sendall(b"kernel")
        connection.shutdown(socket.SHUT_WR)
        print(read_all(connection).decode(), flush=True)


main(*sys.argv[1:])
