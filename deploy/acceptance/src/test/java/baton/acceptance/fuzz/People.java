package baton.acceptance.fuzz;

import baton.local.client.Staff;
import baton.local.client.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Those who ask, with their tokens. */
final class People {
  private static final String KENT = "46";
  private static final List<Who> ALL =
      List.of(
          Staff.agency("toronto-police"),
          Staff.agency("ncmec"),
          new Who("assessor", Staff.NCA, "p-nca-11"),
          new Who("assessor", Staff.NCA, "p-nca-12"),
          Staff.allocator(Staff.NCA),
          Staff.supervisor(Staff.NCA),
          Staff.allocator(KENT),
          Staff.supervisor(KENT),
          Staff.supervisor("45"),
          new Who("officer", KENT, "p-46-11"),
          new Who("officer", KENT, "p-46-12"),
          new Who("force-system", KENT, null),
          Staff.auditor(),
          new Who("administrator", "baton", "p-administrator"));

  private final Map<Who, String> tokens = new HashMap<>();

  People(Function<Who, String> token) {
    ALL.forEach(who -> tokens.put(who, token.apply(who)));
  }

  String token(Who who) {
    return tokens.get(who);
  }

  /** Mostly one who may; but nobody who may moves the clock, which is everybody's. */
  Who any(Operation operation, RandomGenerator random) {
    if (operation.path().equals("/clock") && operation.method().equals("PUT")) return ALL.get(0);
    var may = ALL.stream().filter(who -> operation.roles().contains(who.role())).toList();
    var among = may.isEmpty() || random.nextInt(12) == 0 ? ALL : may;
    return among.get(random.nextInt(among.size()));
  }
}
