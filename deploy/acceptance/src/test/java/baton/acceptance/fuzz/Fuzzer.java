package baton.acceptance.fuzz;

import baton.local.client.ServiceName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends what a generator makes, and keeps what is wrong with the answers. */
final class Fuzzer {
  private static final int FAULTS_MAX = 200;

  final Tally tally = new Tally();
  final List<String> faults = Collections.synchronizedList(new ArrayList<>());

  /** Referrals that a sender was told are in, with the sender. */
  final Map<String, String> taken = new ConcurrentHashMap<>();

  private final Memory memory;
  private final int portBase;

  Fuzzer(Memory memory, int portBase) {
    this.memory = memory;
    this.portBase = portBase;
  }

  void run(ServiceName service, Generator generator, int requests) {
    try (var wire = new Wire(portBase + service.portOffset())) {
      Request before = null;
      for (int n = 0; n < requests && faults.size() < FAULTS_MAX; n++) {
        Request next = generator.next();
        one(wire, next, before);
        before = next;
      }
    } catch (IOException e) {
      faults.add("closing " + service + ": " + e);
    }
  }

  /**
   * @param before on the same connection, or null: what it left there may be what is answered
   */
  private void one(Wire wire, Request request, Request before) {
    try {
      Reply reply = wire.send(request);
      tally.count(request, reply);
      Judge.fault(request, reply).ifPresent(fault -> note(fault, request, before));
      note(request, reply);
      memory.learn(request.operation.subject(), reply.json());
      if (request.operation.path().equals("/commands"))
        reply.lines().forEach(line -> memory.learn("cases", line));
    } catch (IOException | RuntimeException e) {
      note("not answered: " + e, request, before);
    }
  }

  /** Told at once: whoever waits for thousands of requests may end it. */
  private void note(String fault, Request request, Request before) {
    String line = fault + "\n    to " + request + "\n    after " + before;
    faults.add(line);
    System.out.println(line);
  }

  private void note(Request request, Reply reply) {
    if (!request.operation.path().equals("/referrals") || !request.method.equals("POST")) return;
    String id = reply.json().path("referralId").asText("");
    if (reply.status() < 300 && !id.isEmpty()) taken.put(id, request.who.organisation());
  }
}
