package baton.platform.forms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words of a list as people write them: case, spaces and hyphens do not matter. */
public final class Words {
  private Words() {}

  public static <E extends Enum<E>> Optional<E> read(Class<E> list, String given) {
    String wanted = given.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    return Arrays.stream(list.getEnumConstants())
        .filter(word -> word.name().equals(wanted))
        .findFirst();
  }

  public static <E extends Enum<E>> String allowed(Class<E> list) {
    return Arrays.stream(list.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
