package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	ctx := context.Background()
	address := os.Getenv("GATEHOUSE_ADDRESS")
	stranger := must(NewClientWithResponses(address))
	gatehouse := must(NewClientWithResponses(address, WithRequestEditorFn(
		func(_ context.Context, request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+os.Getenv("GATEHOUSE_TOKEN"))
			return nil
		})))

	limit, sort := 50, UsersListParamsSort("name")
	listed := must(gatehouse.UsersListWithResponse(ctx, &UsersListParams{Limit: &limit, Sort: &sort}))
	people := []string{}
	for _, person := range listed.JSON200.Items {
		people = append(people, person.Username)
	}
	refused := must(stranger.UsersListWithResponse(ctx, nil))
	problem := refused.ApplicationproblemJSON401

	dryRun := false
	csv := strings.Join([]string{
		"username,email,name,department,role,phone,mobile,manager",
		os.Getenv("GATEHOUSE_USERNAME") + ",go@example.org,Go Lang,,user,,,admin",
		"x,nowhere,X,,user,,,",
	}, "\r\n")
	imported := must(gatehouse.UsersImportWithBodyWithResponse(
		ctx, &UsersImportParams{DryRun: &dryRun}, "text/csv", strings.NewReader(csv)))

	fmt.Println(string(must(json.Marshal(map[string]any{
		"people":      people,
		"problem":     map[string]any{"status": problem.Status, "code": problem.Code},
		"imported":    imported.JSON200.Imported,
		"skipped":     imported.JSON200.Skipped,
		"problemLine": imported.JSON200.Rows[0].Line,
	}))))
}
