package baton.platform.http;

import baton.contract.AlarmId;
import baton.contract.BatchId;
import baton.contract.EscalationId;
import baton.contract.EventId;
import baton.contract.OrganisationCode;
import baton.contract.PersonId;
import baton.contract.ReferralId;
import baton.contract.TeamId;
import baton.platform.Problems;
import baton.platform.Problems.Violation;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Lets paths and queries be declared in the contract's ids. What is no id is a 404 in a path and a
 * 422 in a query.
 */
@Provider
public class ContractParameters implements ParamConverterProvider {

  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(
          AlarmId.class, AlarmId::of,
          ReferralId.class, ReferralId::of,
          BatchId.class, BatchId::of,
          EscalationId.class, EscalationId::of,
          EventId.class, EventId::of,
          OrganisationCode.class, OrganisationCode::of,
          PersonId.class, PersonId::of,
          TeamId.class, TeamId::of);

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] on) {
    Function<String, ?> reader = READERS.get(type);
    return reader == null ? null : new Converter<>(type, reader, query(on));
  }

  private static String query(Annotation[] on) {
    for (Annotation each : on) if (each instanceof QueryParam query) return query.value();
    return null;
  }

  /**
   * @param query the query parameter's name, or null in a path
   */
  private record Converter<T>(Class<T> type, Function<String, ?> reader, String query)
      implements ParamConverter<T> {
    @Override
    public T fromString(String text) {
      try {
        return text == null ? null : type.cast(reader.apply(text));
      } catch (IllegalArgumentException e) {
        if (query == null) throw e;
        var violation = new Violation("?" + query, "wrong-parameter", e.getMessage());
        throw Problems.invalid(List.of(violation));
      }
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }
}
