package baton.contract;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The forces of the United Kingdom by code. Numeric codes as in the Department for Transport's
 * road-casualty data; Northern Ireland and the British Transport Police have no code there and are
 * known by a slug. Source: domain reference 4.4.
 */
public final class Forces {
  private static final Map<OrganisationCode, Force> ALL =
      read(
          """
      01 Metropolitan
      03 Cumbria
      04 Lancashire
      05 Merseyside
      06 Greater Manchester
      07 Cheshire
      10 Northumbria
      11 Durham
      12 North Yorkshire
      13 West Yorkshire
      14 South Yorkshire
      16 Humberside
      17 Cleveland
      20 West Midlands
      21 Staffordshire
      22 West Mercia
      23 Warwickshire
      30 Derbyshire
      31 Nottinghamshire
      32 Lincolnshire
      33 Leicestershire
      34 Northamptonshire
      35 Cambridgeshire
      36 Norfolk
      37 Suffolk
      40 Bedfordshire
      41 Hertfordshire
      42 Essex
      43 Thames Valley
      44 Hampshire
      45 Surrey
      46 Kent
      47 Sussex
      48 City of London
      50 Devon and Cornwall
      52 Avon and Somerset
      53 Gloucestershire
      54 Wiltshire
      55 Dorset
      60 North Wales
      61 Gwent
      62 South Wales
      63 Dyfed-Powys
      99 Police Scotland
      psni Police Service of Northern Ireland
      btp British Transport Police
      """);

  private Forces() {}

  /** Every force, in the order of its code. */
  public static Collection<Force> all() {
    return ALL.values();
  }

  public static Optional<Force> byCode(OrganisationCode code) {
    return Optional.ofNullable(ALL.get(code));
  }

  public static boolean knows(OrganisationCode code) {
    return ALL.containsKey(code);
  }

  /** The force that a person may have meant by writing its name where the code belongs. */
  public static Optional<Force> byName(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return ALL.values().stream()
        .filter(force -> force.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  private static Map<OrganisationCode, Force> read(String table) {
    var forces = new LinkedHashMap<OrganisationCode, Force>();
    table
        .lines()
        .forEach(
            line -> {
              int space = line.indexOf(' ');
              var code = new OrganisationCode(line.substring(0, space));
              forces.put(code, new Force(code, line.substring(space + 1)));
            });
    return Collections.unmodifiableMap(forces);
  }
}
