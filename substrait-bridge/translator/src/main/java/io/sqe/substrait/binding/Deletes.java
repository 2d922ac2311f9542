package io.sqe.substrait.binding;

import io.sqe.catalog.scan.DeleteFile;
import io.sqe.catalog.scan.DeleteFile.DeletionVector;
import io.sqe.catalog.scan.DeleteFile.EqualityDeletes;
import io.sqe.catalog.scan.DeleteFile.PositionDeletes;

/** Says delete files in our own message. */
final class Deletes {
    private Deletes() {}

    static io.sqe.fragment.v1.DeleteFile of(DeleteFile delete) {
        io.sqe.fragment.v1.DeleteFile.Builder out =
                io.sqe.fragment.v1.DeleteFile.newBuilder().setLocation(delete.location());
        switch (delete) {
            case PositionDeletes(var _, var rows) ->
                out.setRowCount(rows).setPositions(io.sqe.fragment.v1.DeleteFile.Positions.getDefaultInstance());
            case EqualityDeletes(var _, var rows, var fieldIds) ->
                out.setRowCount(rows)
                        .setEquality(io.sqe.fragment.v1.DeleteFile.Equality.newBuilder()
                                .addAllFieldIds(fieldIds));
            case DeletionVector(var _, var offset, var length, var rows) ->
                out.setRowCount(rows)
                        .setVector(io.sqe.fragment.v1.DeleteFile.Vector.newBuilder()
                                .setOffsetBytes(offset)
                                .setLengthBytes(length));
        }
        return out.build();
    }
}
