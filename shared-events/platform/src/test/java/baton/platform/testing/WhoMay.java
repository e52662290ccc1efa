package baton.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

/** Every call by everybody: one row for each call, one column for each caller. */
public final class WhoMay {
  private WhoMay() {}

  /**
   * @param call such as {@code POST /teams {"id":"t"}}
   * @param row behind its first column, the status for each caller
   * @param as a request with a caller's token
   */
  public static void check(
      String call,
      ArgumentsAccessor row,
      List<String> everybody,
      Function<String, RequestSpecification> as) {
    IntStream.range(0, everybody.size())
        .forEach(
            i ->
                assertThat(status(call, as.apply(everybody.get(i))))
                    .as(everybody.get(i))
                    .isEqualTo(row.getInteger(i + 1)));
  }

  private static int status(String call, RequestSpecification request) {
    String[] parts = call.split(" +", 3);
    if (parts[0].equals("GET")) return request.get(parts[1]).statusCode();
    return request
        .contentType(ContentType.JSON)
        .body(parts[2])
        .request(parts[0], parts[1])
        .statusCode();
  }
}
